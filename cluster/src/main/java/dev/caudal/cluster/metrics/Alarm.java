package dev.caudal.cluster.metrics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Something that a person has to look at.
 *
 * @param name a stable word
 * @param broker the number of the broker it is about; empty where it is the cluster
 * @param text what it is, with the values
 */
record Alarm(String name, Optional<Integer> broker, String text) {
    private static final double FULL_DISK_PERCENT = 85;

    /** All that are true of a cluster; {@code silent} are the brokers that run and have not answered for so long. */
    static List<Alarm> of(View view, Map<Integer, Duration> silent) {
        var all = new ArrayList<Alarm>();
        if (view.controllers().orElse(1) == 0) {
            all.add(new Alarm("no-controller", Optional.empty(), "No broker is the active controller."));
        }
        double offline = view.controller()
                .map(sample -> sample.value("OfflinePartitionsCount").orElse(0))
                .orElse(0.0);
        if (offline > 0) {
            all.add(new Alarm(
                    "offline-partitions", Optional.empty(), "%.0f partitions have no leader.".formatted(offline)));
        }
        new TreeMap<>(view.samples())
                .forEach((broker, sample) -> sample.ifPresent(it -> {
                    double behind = it.value("UnderReplicatedPartitions").orElse(0);
                    if (behind > 0) {
                        all.add(new Alarm(
                                "under-replicated-partitions",
                                Optional.of(broker),
                                "%.0f partitions that broker %d leads have fewer replicas in sync than they should."
                                        .formatted(behind, broker)));
                    }
                    double used = it.value("KafkaDataLogsDiskUsed").orElse(0);
                    if (used >= FULL_DISK_PERCENT) {
                        all.add(new Alarm(
                                "disk-nearly-full",
                                Optional.of(broker),
                                "The disk of broker %d is %.1f %% full; %.0f %% is the limit."
                                        .formatted(broker, used, FULL_DISK_PERCENT)));
                    }
                }));
        silent.forEach((broker, time) -> all.add(new Alarm(
                "broker-hangs",
                Optional.of(broker),
                "Broker %d runs and has not answered for %d s.".formatted(broker, time.toSeconds()))));
        return all;
    }

    /** Whether another is the same trouble, though the values have changed. */
    boolean isSame(Alarm other) {
        return name.equals(other.name) && broker.equals(other.broker);
    }
}
