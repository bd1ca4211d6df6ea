package dev.caudal.bench;

/** What is measured of the REST proxy. */
enum RestPart {
    /** Produce requests of a thousand records. */
    BATCH_1000(1000, 8, 1_000_000),
    /** Produce requests of a hundred records. */
    BATCH_100(100, 8, 1_000_000),
    /** Produce requests of one record. */
    BATCH_1(1, 32, 100_000),
    /** Reading with one consumer. */
    CONSUME(0, 1, 2_000_000);

    private final int batch;
    private final int connections;
    private final int records;

    RestPart(int batch, int connections, int records) {
        this.batch = batch;
        this.connections = connections;
        this.records = records;
    }

    /** How many records a request has; 0 where it has none. */
    int batch() {
        return batch;
    }

    /** How many requests are under way at a time. */
    int connections() {
        return connections;
    }

    /** How many records a run has, unless it is asked for another number. */
    int usualRecords() {
        return records;
    }

    /** Whether the same is done by a client without proxy: one record at a time and waiting has no such sense. */
    boolean hasYardstick() {
        return this != BATCH_1;
    }
}
