package dev.caudal.bench;

/** What is measured. */
enum Part {
    /** The rows of tables that are there. */
    LOAD,
    /** The catch-up of a log that waits. */
    CHANGES,
    /** From a commit to a consumer, in quiet flow. */
    LATENCY
}
