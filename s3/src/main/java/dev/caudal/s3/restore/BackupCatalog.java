package dev.caudal.s3.restore;

import dev.caudal.s3.archive.ArchiveException;
import dev.caudal.s3.archive.Fidelity;
import dev.caudal.s3.archive.GroupOffsets;
import dev.caudal.s3.store.ObjectStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

/** Looks at the backups in a bucket; changes nothing. One thread calls it. */
public final class BackupCatalog {
    private final ArchiveBucket bucket;
    private final String topicsDir;

    /**
     * The backups of a bucket.
     *
     * @param store the bucket
     * @param topicsDir where the objects are if there is no archive
     */
    public BackupCatalog(ObjectStore store, String topicsDir) {
        this.bucket = new ArchiveBucket(store);
        this.topicsDir = topicsDir;
    }

    /**
     * The clusters that are backed up.
     *
     * @return what they are called in the bucket; one for all if the bucket has no archive
     */
    public List<String> clusters() {
        return Backups.clusters(bucket, topicsDir);
    }

    /**
     * What there is of a cluster, at a glance: of each partition only the last commit is read.
     *
     * @param cluster one of {@link #clusters()}
     * @param wanted the names of the topics
     * @param parallel how many partitions at once
     * @return the topics and the time of their last records
     * @throws IOException when the bucket's objects cannot be read
     * @throws InterruptedException when the thread is interrupted
     */
    public BackupSummary list(String cluster, Pattern wanted, int parallel) throws IOException, InterruptedException {
        var backup = Backups.of(bucket, cluster, topicsDir);
        var problems = new ConcurrentLinkedQueue<String>();
        var topics = new ArrayList<BackupSummary.Topic>();
        for (var topic : backup.topics()) {
            if (wanted.matcher(topic).matches()) {
                var looks = new ArrayList<Callable<Long>>();
                for (var partition : backup.partitions(topic)) {
                    looks.add(() -> lastTimestamp(partition, problems));
                }
                var times = Parallel.inOrder(parallel, looks);
                topics.add(new BackupSummary.Topic(topic, times.size(), Collections.max(times)));
            }
        }
        var groups = backup.groups(Long.MAX_VALUE);
        return new BackupSummary(
                backup.cluster(),
                topics,
                count(groups),
                groups.map(GroupOffsets::time).orElse(-1L),
                List.copyOf(problems));
    }

    private static long lastTimestamp(PartitionBackup partition, Collection<String> problems) {
        try {
            return partition.lastTimestamp();
        } catch (ArchiveException e) {
            problems.add(String.valueOf(e.getMessage()));
            return -1;
        }
    }

    /**
     * What there is of a cluster, by its commits.
     *
     * @param cluster one of {@link #clusters()}
     * @param topics the names of the topics
     * @param parallel how many partitions at once
     * @return the content, and the problems in the chain of commits
     * @throws IOException when the bucket's objects cannot be read
     * @throws InterruptedException when the thread is interrupted
     */
    public BackupReport describe(String cluster, Pattern topics, int parallel)
            throws IOException, InterruptedException {
        return report(cluster, topics, parallel, false);
    }

    /**
     * The same, but reads every object, too, and compares it with what was written.
     *
     * @param cluster one of {@link #clusters()}
     * @param topics the names of the topics
     * @param parallel how many partitions at once
     * @return the content and all problems
     * @throws IOException when the bucket's objects cannot be read
     * @throws InterruptedException when the thread is interrupted
     */
    public BackupReport verify(String cluster, Pattern topics, int parallel) throws IOException, InterruptedException {
        return report(cluster, topics, parallel, true);
    }

    private BackupReport report(String cluster, Pattern wanted, int parallel, boolean all)
            throws IOException, InterruptedException {
        var backup = Backups.of(bucket, cluster, topicsDir);
        var problems = new ArrayList<String>();
        var topics = new ArrayList<BackupReport.Topic>();
        for (var topic : backup.topics()) {
            if (wanted.matcher(topic).matches()) {
                var looks = new ArrayList<Callable<PartitionLook>>();
                for (var partition : backup.partitions(topic)) {
                    looks.add(() -> PartitionLook.at(partition, all));
                }
                var partitions = new ArrayList<BackupReport.Partition>();
                for (var look : Parallel.inOrder(parallel, looks)) {
                    partitions.add(partition(partitions.size(), look.segments()));
                    problems.addAll(look.problems());
                }
                topics.add(new BackupReport.Topic(topic, partitions));
            }
        }
        var groups = backup.groups(Long.MAX_VALUE);
        return new BackupReport(
                backup.cluster(),
                topics,
                count(groups),
                groups.map(GroupOffsets::time).orElse(-1L),
                problems);
    }

    private static long count(Optional<GroupOffsets> groups) {
        return groups.stream()
                .flatMap(snapshot -> snapshot.offsets().stream())
                .map(GroupOffsets.Committed::group)
                .distinct()
                .count();
    }

    private static BackupReport.Partition partition(int number, List<Segment> segments) {
        boolean empty = segments.isEmpty();
        return new BackupReport.Partition(
                number,
                segments.size(),
                segments.stream().mapToLong(Segment::count).sum(),
                empty ? -1 : segments.get(0).firstOffset(),
                empty ? -1 : segments.get(segments.size() - 1).lastOffset(),
                segments.stream()
                        .mapToLong(Segment::minTimestamp)
                        .filter(time -> time >= 0)
                        .min()
                        .orElse(-1),
                segments.stream().mapToLong(Segment::maxTimestamp).max().orElse(-1),
                segments.stream().map(Segment::fidelity).reduce(Fidelity.EXACT, Fidelity::and));
    }
}
