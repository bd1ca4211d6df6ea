package dev.caudal.cluster.metrics;

/** How much is told of a cluster, as in Amazon MSK: each level has what those before it have. */
public enum MetricLevel {
    /** Of the cluster and the health of its brokers. */
    DEFAULT,

    /** Where brokers spend their time. */
    PER_BROKER,

    /** Traffic of each topic. */
    PER_TOPIC_PER_BROKER,

    /** Lag of each partition. */
    PER_TOPIC_PER_PARTITION;

    /** Whether what belongs to another level is told at this one. */
    boolean includes(MetricLevel other) {
        return compareTo(other) >= 0;
    }
}
