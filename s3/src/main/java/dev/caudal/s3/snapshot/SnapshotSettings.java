package dev.caudal.s3.snapshot;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What snapshots are taken of.
 *
 * @param kafka settings of Kafka's clients that lead to the cluster
 * @param cluster what it is called in the bucket
 * @param generation of its topics, from 1 on
 * @param topics which topics are backed up
 * @param ownGroup the group of the backup itself, whose offsets mean nothing elsewhere; empty for none
 */
public record SnapshotSettings(
        Map<String, Object> kafka, String cluster, int generation, Predicate<String> topics, String ownGroup) {
    /** How the settings of a connector begin that are for clients of the cluster. */
    public static final String KAFKA = "caudal.kafka.";

    /** Copies the settings. */
    public SnapshotSettings {
        kafka = Map.copyOf(kafka);
    }

    /**
     * Those of the topics of a sink connector.
     *
     * @param connector all its settings
     * @param cluster what the cluster is called in the bucket
     * @param generation of its topics, from 1 on
     * @return the settings
     */
    public static SnapshotSettings of(Map<String, String> connector, String cluster, int generation) {
        var group =
                connector.getOrDefault("consumer.override.group.id", "connect-" + connector.getOrDefault("name", ""));
        return new SnapshotSettings(kafka(connector), cluster, generation, topics(connector), group);
    }

    /**
     * Those that lead to the cluster.
     *
     * @param connector all settings of a connector
     * @return what follows {@link #KAFKA}
     */
    public static Map<String, Object> kafka(Map<String, String> connector) {
        var kafka = new HashMap<String, Object>();
        connector.forEach((name, value) -> {
            if (name.startsWith(KAFKA)) {
                kafka.put(name.substring(KAFKA.length()), value);
            }
        });
        return kafka;
    }

    private static Predicate<String> topics(Map<String, String> connector) {
        var pattern = connector.getOrDefault("topics.regex", "");
        if (!pattern.isBlank()) {
            return Pattern.compile(pattern.strip()).asMatchPredicate();
        }
        List<String> names = Arrays.stream(connector.getOrDefault("topics", "").split(","))
                .map(String::strip)
                .toList();
        return names::contains;
    }
}
