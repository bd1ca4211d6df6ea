package dev.caudal.s3.restore;

import dev.caudal.s3.archive.GroupOffsets;
import dev.caudal.s3.archive.TopicManifest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A bucket that a sink without an archive has written, such as Confluent's. */
final class PlainBackup implements Backup {
    private final ArchiveBucket bucket;
    private final String folder;

    /** The backup under a folder; an empty name is the bucket itself. */
    PlainBackup(ArchiveBucket bucket, String folder) {
        this.bucket = bucket;
        this.folder = folder.isEmpty() ? "" : folder + "/";
    }

    /** What stands for the name of the cluster, which is not known. */
    @Override
    public String cluster() {
        return "unknown";
    }

    @Override
    public List<String> topics() {
        return bucket.folders(folder);
    }

    @Override
    public Optional<TopicManifest> manifest(String topic) {
        return Optional.empty();
    }

    @Override
    public List<PartitionBackup> partitions(String topic) {
        var objects = bucket.keys(folder + topic + "/")
                .flatMap(key -> PlainObject.parse(topic, key).stream())
                .filter(object -> !object.isSibling())
                .sorted(Comparator.comparingLong(PlainObject::startOffset))
                .collect(Collectors.groupingBy(PlainObject::partition));
        int partitions =
                objects.keySet().stream().mapToInt(number -> number + 1).max().orElse(1);
        return IntStream.range(0, partitions)
                .<PartitionBackup>mapToObj(
                        number -> new PlainPartition(bucket, topic, objects.getOrDefault(number, List.of())))
                .toList();
    }

    @Override
    public Optional<GroupOffsets> groups(long until) {
        return Optional.empty();
    }
}
