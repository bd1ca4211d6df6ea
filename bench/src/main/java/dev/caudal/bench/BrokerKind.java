package dev.caudal.bench;

import java.util.Map;

/** The broker's settings, as far as they matter for speed. */
enum BrokerKind {
    /** As the platform starts its own. */
    OURS,
    /** Kafka's own values where the platform has others. */
    DEFAULT;

    private static final Map<String, String> OF_KAFKA = Map.of(
            "add.partitions.to.txn.retry.backoff.ms", "20",
            "transaction.abort.timed.out.transaction.cleanup.interval.ms", "10000",
            "num.network.threads", "3",
            "num.io.threads", "8",
            "transaction.state.log.num.partitions", "50",
            "offsets.topic.num.partitions", "50");

    /** What differs from a broker of ours. */
    Map<String, String> settings() {
        return switch (this) {
            case OURS -> Map.of();
            case DEFAULT -> OF_KAFKA;
        };
    }
}
