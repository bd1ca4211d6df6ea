package dev.caudal.bench;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What a comparison measures.
 *
 * @param parts which parts
 * @param engines which engines
 * @param brokers with which brokers latency is measured; all else runs on ours
 * @param shape the tables that are loaded
 * @param events how many changes wait in the log
 * @param rounds how often each engine has its turn
 * @param repeats how often a worker does the same; the first time it is cold
 * @param warmUp how long rows flow before latency counts
 * @param latency how long it counts
 */
record CdcSettings(
        Set<Part> parts,
        List<Engine> engines,
        Set<BrokerKind> brokers,
        Shape shape,
        int events,
        int rounds,
        int repeats,
        Duration warmUp,
        Duration latency) {
    /** Copies the collections. */
    CdcSettings {
        parts = Set.copyOf(parts);
        engines = List.copyOf(engines);
        brokers = Set.copyOf(brokers);
    }
}
