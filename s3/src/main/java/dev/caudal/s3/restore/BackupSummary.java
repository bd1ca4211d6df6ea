package dev.caudal.s3.restore;

import java.util.List;

/**
 * What a bucket has of one cluster, as far as that is known without reading all of its commits.
 *
 * @param cluster what it is called in the bucket
 * @param topics what there is of each topic
 * @param groups how many consumer groups the newest snapshot has
 * @param groupsTime when that was taken, in milliseconds; -1 if there is none
 * @param problems what is damaged of that which was read, in sentences
 */
public record BackupSummary(String cluster, List<Topic> topics, long groups, long groupsTime, List<String> problems) {
    /** Copies the lists. */
    public BackupSummary {
        topics = List.copyOf(topics);
        problems = List.copyOf(problems);
    }

    /**
     * A topic.
     *
     * @param topic its name
     * @param partitions how many partitions
     * @param lastTimestamp the highest timestamp of the last commits, in milliseconds; -1 if it is not known
     */
    public record Topic(String topic, int partitions, long lastTimestamp) {}
}
