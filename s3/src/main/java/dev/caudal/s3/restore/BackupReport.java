package dev.caudal.s3.restore;

import dev.caudal.s3.archive.Fidelity;
import java.util.List;

/**
 * What a bucket has of one cluster.
 *
 * @param cluster what it is called in the bucket
 * @param topics what there is of each topic
 * @param groups how many consumer groups the newest snapshot has
 * @param groupsTime when that was taken, in milliseconds; -1 if there is none
 * @param problems what is missing or damaged, in sentences
 */
public record BackupReport(String cluster, List<Topic> topics, long groups, long groupsTime, List<String> problems) {
    /** Copies the lists. */
    public BackupReport {
        topics = List.copyOf(topics);
        problems = List.copyOf(problems);
    }

    /**
     * A topic.
     *
     * @param topic its name
     * @param partitions its partitions in their order
     */
    public record Topic(String topic, List<Partition> partitions) {
        /** Copies the list. */
        public Topic {
            partitions = List.copyOf(partitions);
        }

        /**
         * All its records.
         *
         * @return how many
         */
        public long records() {
            return partitions.stream().mapToLong(Partition::records).sum();
        }

        /**
         * The time of its last record.
         *
         * @return in milliseconds; -1 if it is not known
         */
        public long lastTimestamp() {
            return partitions.stream().mapToLong(Partition::lastTimestamp).max().orElse(-1);
        }
    }

    /**
     * A partition.
     *
     * @param partition from 0 on
     * @param commits how many commits, or objects where there is no archive
     * @param records how many records
     * @param firstOffset of the first record, -1 if there is none
     * @param lastOffset of the last record, -1 if there is none
     * @param firstTimestamp the lowest timestamp in milliseconds; -1 if it is not known
     * @param lastTimestamp the highest timestamp in milliseconds; -1 if it is not known
     * @param fidelity the worst of all records
     */
    public record Partition(
            int partition,
            int commits,
            long records,
            long firstOffset,
            long lastOffset,
            long firstTimestamp,
            long lastTimestamp,
            Fidelity fidelity) {}
}
