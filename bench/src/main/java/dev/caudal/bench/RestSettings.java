package dev.caudal.bench;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is measured of the REST proxy.
 *
 * @param parts which parts
 * @param records how many records a run has; empty: as many as are usual for the part
 * @param share the part of the usual number that is taken, above 0 to 1
 * @param rounds how often each part has a fresh proxy
 * @param repeats how often a proxy does the same; the first time it is cold
 * @param rest whether to wait until a process is at rest before it is measured
 * @param proxyOptions more options for the Java of the proxies
 */
record RestSettings(
        Set<RestPart> parts,
        Optional<Integer> records,
        double share,
        int rounds,
        int repeats,
        boolean rest,
        List<String> proxyOptions) {
    /** Copies the collections. */
    RestSettings {
        parts = Set.copyOf(parts);
        proxyOptions = List.copyOf(proxyOptions);
    }

    /** How many records a run of a part has, a multiple of its batch. */
    int records(RestPart part) {
        int wanted = records.orElse((int) (part.usualRecords() * share));
        int batch = Math.max(1, part.batch());
        return Math.max(batch, wanted / batch * batch);
    }
}
