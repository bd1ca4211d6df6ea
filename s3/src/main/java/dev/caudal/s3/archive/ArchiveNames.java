package dev.caudal.s3.archive;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * The names of the objects of one cluster's archive.
 *
 * @param cluster the id of the cluster that was backed up; letters, digits, {@code -} and {@code _}
 */
public record ArchiveNames(String cluster) {
    /** Where archives begin; query engines pass over names that begin with an underscore. */
    public static final String ROOT = "_caudal/v1/";

    private static final String COMMIT = ".commit.json";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd/", Locale.ROOT);

    /**
     * Checks the id.
     *
     * @throws IllegalArgumentException when it cannot be a part of a name
     */
    public ArchiveNames {
        if (!cluster.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException(
                    "A cluster cannot be called '%s' in a bucket: only letters, digits, - and _ are allowed."
                            .formatted(cluster));
        }
    }

    /**
     * Where all of the cluster is.
     *
     * @return a prefix, ends with a slash
     */
    public String prefix() {
        return ROOT + cluster + "/";
    }

    /**
     * Where the topics are: each is the next part of the name.
     *
     * @return a prefix, ends with a slash
     */
    public String topics() {
        return prefix() + "topics/";
    }

    /**
     * The manifest of a topic.
     *
     * @param topic its name
     * @return the object's key
     */
    public String manifest(String topic) {
        return topics() + topic + "/topic.json";
    }

    /**
     * Where commits and sidecars of a partition are.
     *
     * @param topic the topic
     * @param generation from 1 on; a topic that was made anew under its old name has the next one
     * @param partition from 0 on
     * @return a prefix, ends with a slash
     */
    public String partition(String topic, int generation, int partition) {
        return "%s%s/g%d/p%05d/".formatted(topics(), topic, generation, partition);
    }

    /**
     * A commit. The names of a partition's commits sort as their offsets do.
     *
     * @param topic the topic
     * @param generation from 1 on
     * @param partition from 0 on
     * @param startOffset the offset of its first record
     * @return the object's key
     */
    public String commit(String topic, int generation, int partition, long startOffset) {
        return partition(topic, generation, partition) + padded(startOffset) + COMMIT;
    }

    /**
     * The sidecar of a commit. The name is of one attempt to commit: an attempt that lost must not overwrite the winner's.
     *
     * @param topic the topic
     * @param generation from 1 on
     * @param partition from 0 on
     * @param startOffset the offset of the commit's first record
     * @param attempt what no other attempt has: letters and digits
     * @return the object's key
     */
    public String sidecar(String topic, int generation, int partition, long startOffset, String attempt) {
        return partition(topic, generation, partition) + padded(startOffset) + "." + attempt + ".side.gz";
    }

    /**
     * The first offset of a commit.
     *
     * @param key the key of any object
     * @return empty when it is not a commit's
     */
    public static OptionalLong startOffset(String key) {
        var name = key.substring(key.lastIndexOf('/') + 1);
        return name.matches("\\d{20}" + COMMIT.replace(".", "\\."))
                ? OptionalLong.of(Long.parseLong(name.substring(0, 20)))
                : OptionalLong.empty();
    }

    /**
     * Where the snapshots of consumer groups are; their names sort as their times do.
     *
     * @return a prefix, ends with a slash
     */
    public String groups() {
        return prefix() + "groups/";
    }

    /**
     * A snapshot of the consumer groups.
     *
     * @param time when it was taken
     * @return the object's key
     */
    public String groups(Instant time) {
        return groups() + DAY.format(time.atOffset(ZoneOffset.UTC)) + padded(time.toEpochMilli()) + ".json";
    }

    /**
     * The state and lease of a restore.
     *
     * @param target the id of the cluster that is restored into
     * @return the object's key
     */
    public String restore(String target) {
        return prefix() + "restores/" + target + ".json";
    }

    private static String padded(long number) {
        return "%020d".formatted(number);
    }
}
