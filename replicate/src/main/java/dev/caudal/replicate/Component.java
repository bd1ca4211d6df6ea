package dev.caudal.replicate;

/** The parts of a task that write to its log, in Replicate's words. */
enum Component {
    /** Starts, stops, recoveries. */
    TASK_MANAGER,
    /** Definitions of tables, and whether the source is fit. */
    METADATA_MANAGER,
    /** The full load. */
    SOURCE_UNLOAD,
    /** The log of the source. */
    SOURCE_CAPTURE,
    /** Transactions of the target. */
    TARGET_APPLY,
    /** Latencies and throughput. */
    PERFORMANCE
}
