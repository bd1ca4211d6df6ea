package dev.caudal.s3.restore;

import dev.caudal.s3.archive.ArchiveNames;
import dev.caudal.s3.archive.RestoreState;
import dev.caudal.s3.archive.RestoreState.Phase;
import dev.caudal.s3.store.ObjectStore;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Brings topics and consumer groups of a backup into a new cluster: partitions, order, keys, headers, values and timestamps
 * as they were, each record once, and each group at the record after the last one that it had acknowledged.
 *
 * <p>It can be killed at any time and run again; it goes on where it stopped. Two at once exclude each other. One thread
 * calls it.
 */
public final class Restore {
    private final ArchiveBucket bucket;
    private final RestoreSettings settings;
    private final RestoreListener listener;

    /**
     * A restore from a bucket.
     *
     * @param store the bucket
     * @param settings what and where to
     * @param listener hears how it goes on
     */
    public Restore(ObjectStore store, RestoreSettings settings, RestoreListener listener) {
        this.bucket = new ArchiveBucket(store);
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * What would be done. Reads all that {@link #run} would rely on, and changes nothing.
     *
     * @return the plan
     * @throws IOException when the bucket's objects cannot be read
     * @throws dev.caudal.s3.archive.ArchiveException when one is missing or damaged
     * @throws RestoreException when there is nothing to restore
     */
    public RestoreReport plan() throws IOException {
        var plan = RestorePlan.of(Backups.choose(bucket, settings), settings);
        try (var target = new Target(settings.kafka())) {
            return plan.report(clusterId(target), 0, 0, deleted(plan, new TargetTopics(target)));
        }
    }

    /**
     * Restores, or goes on.
     *
     * @return what was done
     * @throws IOException when the bucket's objects cannot be read
     * @throws InterruptedException when the thread is interrupted; another run goes on
     * @throws dev.caudal.s3.archive.ArchiveException when an object is missing or damaged
     * @throws RestoreException when something is in the way
     */
    public RestoreReport run() throws IOException, InterruptedException {
        long start = System.nanoTime();
        var backup = Backups.choose(bucket, settings);
        try (var target = new Target(settings.kafka())) {
            var id = clusterId(target);
            var plan = RestorePlan.of(backup, settings);
            var key = new ArchiveNames(backup.cluster()).restore(id);
            try (var lease = Lease.take(bucket, key, RestoreState.fresh(id), listener)) {
                var topics = new TargetTopics(target);
                var preparation = new TopicPreparation(topics, lease, settings);
                var unfinished = preparation.prepare(plan.topics());
                listener.planned(
                        unfinished.stream().mapToLong(TopicPlan::records).sum());
                long sent = send(unfinished, target, lease);
                var warnings = new ArrayList<>(preparation.warnings());
                warnings.addAll(deleted(plan, topics));
                if (settings.verify()) {
                    verify(unfinished, target, lease);
                }
                unfinished.forEach(topic -> sent(topic, lease));
                warnings.addAll(finish(plan, target, topics, lease));
                return plan.report(id, sent, (System.nanoTime() - start) / 1e9, warnings);
            }
        }
    }

    private List<String> deleted(RestorePlan plan, TargetTopics topics) {
        return settings.keepOld()
                ? List.of()
                : new Retention(topics, System.currentTimeMillis()).warnings(plan.topics());
    }

    private long send(List<TopicPlan> topics, Target target, Lease lease) throws IOException, InterruptedException {
        var producer = target.producer();
        try {
            var parts = topics.stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .map(partition -> new PartitionSending(partition, target, producer, lease, listener))
                    .toList();
            return Parallel.run(settings.parallel(), parts, lease::check).stream()
                    .mapToLong(Long::longValue)
                    .sum();
        } finally {
            // All is acknowledged, or must not be sent any more.
            producer.close(Duration.ZERO);
        }
    }

    private void verify(List<TopicPlan> topics, Target target, Lease lease) throws IOException, InterruptedException {
        listener.note("Reading all records back.");
        var parts = topics.stream()
                .flatMap(topic -> topic.partitions().stream())
                .map(partition -> new PartitionCheck(partition, target))
                .toList();
        var problems = Parallel.run(settings.parallel(), parts, lease::check).stream()
                .flatMap(List::stream)
                .toList();
        if (!problems.isEmpty()) {
            throw RestoreException.conflict("%s Delete the topic in the new cluster and run the restore again."
                    .formatted(String.join(" ", problems)));
        }
    }

    /** Groups and settings of those topics that still lack them. */
    private List<String> finish(RestorePlan plan, Target target, TargetTopics topics, Lease lease) {
        var sent = new TreeMap<>(lease.state().topics());
        sent.keySet().retainAll(plan.topics().stream().map(TopicPlan::topic).toList());
        sent.values().removeIf(topic -> topic.phase() != Phase.SENT);
        var groups = new TargetGroups(target);
        groups.apply(plan.groups().stream()
                .filter(place -> sent.containsKey(place.topic()))
                .toList());
        var warnings = new ArrayList<>(groups.warnings());
        sent.forEach((name, topic) -> {
            var wanted = new TreeMap<>(topic.settings());
            if (settings.keepOld()) {
                wanted.putAll(TargetTopics.WITHOUT_RETENTION);
            }
            var unknown = topics.release(name, wanted);
            if (!unknown.isEmpty()) {
                warnings.add("The new cluster does not know these settings of %s: %s."
                        .formatted(name, String.join(", ", unknown)));
            }
            if (!groups.unplaced().contains(name)) {
                lease.change(state -> state.with(name, topic.reached(Phase.DONE)));
            }
        });
        return warnings;
    }

    private static void sent(TopicPlan plan, Lease lease) {
        lease.change(state -> Optional.ofNullable(state.topics().get(plan.topic()))
                .map(topic -> state.with(plan.topic(), topic.reached(Phase.SENT)))
                .orElse(state));
    }

    private static String clusterId(Target target) {
        return target.await(target.admin().describeCluster().clusterId());
    }
}
