package dev.caudal.s3.restore;

import dev.caudal.s3.archive.Fidelity;
import java.util.List;

/**
 * What a restore is to do, or has done.
 *
 * @param source what the lost cluster is called in the bucket
 * @param target the id of the new cluster
 * @param topics what there is of each topic
 * @param groups where the consumer groups go on
 * @param groupsTime when the groups were there, in milliseconds; -1 if it is not known
 * @param sent how many records this run has sent; 0 for a plan
 * @param seconds how long this run took; 0 for a plan
 * @param warnings what a person should know, in sentences
 */
public record RestoreReport(
        String source,
        String target,
        List<Topic> topics,
        List<GroupPlace> groups,
        long groupsTime,
        long sent,
        double seconds,
        List<String> warnings) {
    /** Copies the lists. */
    public RestoreReport {
        topics = List.copyOf(topics);
        groups = List.copyOf(groups);
        warnings = List.copyOf(warnings);
    }

    /**
     * A topic.
     *
     * @param topic its name
     * @param partitions how many
     * @param records how many
     * @param fidelity the worst of all records
     * @param offsetsKept whether each record has the offset that it had
     * @param lastTimestamp of its last record, in milliseconds; -1 if there is none or it is not known
     */
    public record Topic(
            String topic, int partitions, long records, Fidelity fidelity, boolean offsetsKept, long lastTimestamp) {
        static Topic of(TopicPlan plan) {
            return new Topic(
                    plan.topic(),
                    plan.partitions().size(),
                    plan.records(),
                    plan.fidelity(),
                    plan.partitions().stream().allMatch(PartitionPlan::keepsOffsets),
                    plan.partitions().stream()
                            .flatMap(partition -> partition.segments().stream())
                            .mapToLong(Segment::maxTimestamp)
                            .max()
                            .orElse(-1));
        }
    }

    /**
     * All records of all topics.
     *
     * @return how many
     */
    public long records() {
        return topics.stream().mapToLong(Topic::records).sum();
    }
}
