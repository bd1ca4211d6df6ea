package dev.caudal.s3.restore;

import dev.caudal.s3.archive.GroupOffsets;
import dev.caudal.s3.archive.TopicManifest;
import java.util.List;
import java.util.Optional;

/** What a bucket has of one cluster. */
interface Backup {
    /** What the cluster is called in the bucket. */
    String cluster();

    /** The topics, sorted by name. */
    List<String> topics();

    /** How a topic was; empty if it is not known. */
    Optional<TopicManifest> manifest(String topic);

    /** The partitions of a topic, in their order; at least one. Those without any record are among them if they are known. */
    List<PartitionBackup> partitions(String topic);

    /** The offsets of the groups at a time: the newest snapshot that is not later, else the oldest. */
    Optional<GroupOffsets> groups(long until);
}
