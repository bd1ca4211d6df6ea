package dev.caudal.bench;

import java.util.Map;
import java.util.Set;

/**
 * What is measured of the sink and the restore.
 *
 * @param parts which parts
 * @param records how many records a run has, a multiple of the number of partitions
 * @param rounds how often each part has a fresh worker
 * @param repeats how often a worker does the same; the first time it is cold
 * @param sink more settings of the sink
 */
record S3Settings(Set<S3Part> parts, int records, int rounds, int repeats, Map<String, String> sink) {
    /** Partitions of a topic. */
    static final int PARTITIONS = 3;

    /** The document's {@code flush.size}: records of an object. */
    private static final int FLUSH = 100_000;

    /** Copies the collections. */
    S3Settings {
        parts = Set.copyOf(parts);
        sink = Map.copyOf(sink);
    }

    /** Records of an object, such that the last one of a partition is as full as the others. */
    int flushSize() {
        int ofPartition = records / PARTITIONS;
        int objects = Math.max(1, ofPartition / FLUSH);
        if (ofPartition % objects != 0) {
            throw new BenchFailure("%d records do not fill %d objects of a partition evenly; give a multiple of %d."
                    .formatted(records, objects, PARTITIONS * objects));
        }
        return ofPartition / objects;
    }
}
