package dev.caudal.s3.restore;

import dev.caudal.s3.archive.Fidelity;
import dev.caudal.s3.archive.TopicManifest;
import java.util.List;
import java.util.Optional;

/**
 * What is to be restored of one topic.
 *
 * @param topic its name
 * @param manifest how it was; empty if it is not known
 * @param partitions its partitions in their order
 */
record TopicPlan(String topic, Optional<TopicManifest> manifest, List<PartitionPlan> partitions) {
    long records() {
        return partitions.stream().mapToLong(PartitionPlan::records).sum();
    }

    Fidelity fidelity() {
        return partitions.stream().map(PartitionPlan::fidelity).reduce(Fidelity.EXACT, Fidelity::and);
    }
}
