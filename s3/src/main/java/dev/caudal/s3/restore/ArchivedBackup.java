package dev.caudal.s3.restore;

import dev.caudal.s3.archive.ArchiveNames;
import dev.caudal.s3.archive.GroupOffsets;
import dev.caudal.s3.archive.TopicManifest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A backup that has an archive. Of each topic only the newest generation counts. */
final class ArchivedBackup implements Backup {
    private final ArchiveBucket bucket;
    private final ArchiveNames names;

    ArchivedBackup(ArchiveBucket bucket, String cluster) {
        this.bucket = bucket;
        this.names = new ArchiveNames(cluster);
    }

    /** What all clusters with an archived topic are called in the bucket. */
    static List<String> clusters(ArchiveBucket bucket) {
        return bucket.folders(ArchiveNames.ROOT).stream()
                .filter(cluster -> bucket.hasAny(new ArchiveNames(cluster).topics()))
                .toList();
    }

    @Override
    public String cluster() {
        return names.cluster();
    }

    @Override
    public List<String> topics() {
        return bucket.folders(names.topics());
    }

    @Override
    public Optional<TopicManifest> manifest(String topic) {
        var key = names.manifest(topic);
        return bucket.find(key).map(bytes -> TopicManifest.parse(key, bytes));
    }

    @Override
    public List<PartitionBackup> partitions(String topic) {
        int generation = generation(topic);
        int known = manifest(topic).map(TopicManifest::partitions).orElse(1);
        int seen = folders(topic, generation).stream()
                .map(folder -> Integer.parseInt(folder.substring(1)) + 1)
                .max(Comparator.naturalOrder())
                .orElse(1);
        return IntStream.range(0, Math.max(known, seen))
                .mapToObj(partition -> names.partition(topic, generation, partition))
                .<PartitionBackup>map(prefix -> new ArchivedPartition(bucket, prefix))
                .toList();
    }

    @Override
    public Optional<GroupOffsets> groups(long until) {
        var earlier = bucket.keys(names.groups())
                .takeWhile(key -> timeOf(key) <= until)
                .reduce((first, second) -> second);
        return earlier.or(() -> bucket.keys(names.groups()).findFirst())
                .map(key -> GroupOffsets.parse(key, bucket.read(key)));
    }

    private int generation(String topic) {
        return bucket.folders(names.topics() + topic + "/").stream()
                .filter(folder -> folder.matches("g\\d+"))
                .map(folder -> Integer.parseInt(folder.substring(1)))
                .max(Comparator.naturalOrder())
                .orElse(1);
    }

    private List<String> folders(String topic, int generation) {
        var partition = names.partition(topic, generation, 0);
        return bucket.folders(partition.substring(0, partition.lastIndexOf("/p") + 1)).stream()
                .filter(folder -> folder.matches("p\\d+"))
                .toList();
    }

    private static long timeOf(String key) {
        return Long.parseLong(key.substring(key.lastIndexOf('/') + 1, key.lastIndexOf('.')));
    }
}
