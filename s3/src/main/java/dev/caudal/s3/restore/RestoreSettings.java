package dev.caudal.s3.restore;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What is to be restored, and where.
 *
 * @param kafka settings of Kafka's clients that lead to the new cluster: {@code bootstrap.servers}, security
 * @param cluster what the lost cluster is called in the bucket; needed where there are several
 * @param topics the names of the topics, as a pattern
 * @param topicsDir where the objects are of a bucket without an archive
 * @param until the highest timestamp that is wanted, in milliseconds; {@code Long.MAX_VALUE} for all
 * @param replicas of each partition; else as many as there were, or as there are brokers
 * @param parallel how many partitions at once, from 1 on
 * @param groups whether consumer groups are put to their places
 * @param verify whether all records are read back and compared
 * @param keepOld whether topics keep records that are older than their retention, which then stays off
 */
public record RestoreSettings(
        Map<String, Object> kafka,
        Optional<String> cluster,
        Pattern topics,
        String topicsDir,
        long until,
        OptionalInt replicas,
        int parallel,
        boolean groups,
        boolean verify,
        boolean keepOld) {
    /** Copies the settings. */
    public RestoreSettings {
        kafka = Map.copyOf(kafka);
    }

    /**
     * All topics and groups up to the end, verified.
     *
     * @param kafka settings of Kafka's clients
     * @return the settings
     */
    public static RestoreSettings all(Map<String, Object> kafka) {
        return new RestoreSettings(
                kafka,
                Optional.empty(),
                Pattern.compile(".*"),
                "topics",
                Long.MAX_VALUE,
                OptionalInt.empty(),
                4,
                true,
                true,
                false);
    }
}
