package dev.caudal.server.backup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.s3.restore.BackupCatalog;
import dev.caudal.s3.restore.BackupReport;
import dev.caudal.s3.restore.BackupSummary;
import dev.caudal.s3.restore.Restore;
import dev.caudal.s3.restore.RestoreListener;
import dev.caudal.s3.store.ObjectStore;
import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import dev.caudal.server.job.Job;
import dev.caudal.server.job.JobProgress;
import dev.caudal.server.job.Jobs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The backups of a platform. Any thread may use it. */
public final class Backups {
    private static final String TOPICS_DIR = "topics";
    private static final Pattern ALL = Pattern.compile(".*");
    private static final int PARALLEL = 4;

    private final Buckets buckets;
    private final Function<RestoreRequest.Target, Map<String, Object>> clients;
    private final Jobs jobs;

    /**
     * Those of a platform.
     *
     * @param buckets have them
     * @param clients settings of Kafka's clients for a cluster; throws a {@link Refusal} where there is none
     * @param jobs do what takes long
     */
    public Backups(Buckets buckets, Function<RestoreRequest.Target, Map<String, Object>> clients, Jobs jobs) {
        this.buckets = buckets;
        this.clients = clients;
        this.jobs = jobs;
    }

    /**
     * What a bucket has, at a glance.
     *
     * @param bucket its name
     * @return by cluster; none where it has no backup
     * @throws Refusal when there is no such bucket, or it cannot be read
     */
    public List<BackupSummary> in(String bucket) {
        return with(bucket, catalog -> {
            var found = new ArrayList<BackupSummary>();
            for (var cluster : catalog.clusters()) {
                found.add(catalog.list(cluster, ALL, PARALLEL));
            }
            found.removeIf(summary -> summary.topics().isEmpty());
            return found;
        });
    }

    /**
     * What a bucket has of a topic, by all its commits.
     *
     * @param bucket its name
     * @param cluster what the cluster is called in the bucket
     * @param topic its name
     * @return its partitions, and what is wrong with them
     * @throws Refusal when there is no such thing, or it cannot be read
     */
    public BackupReport topic(String bucket, String cluster, String topic) {
        return with(bucket, catalog -> {
            var report = catalog.describe(required(catalog, cluster), Pattern.compile(Pattern.quote(topic)), PARALLEL);
            if (report.topics().isEmpty()) {
                throw notThere("The backup of %s in %s has no topic '%s'.".formatted(cluster, bucket, topic));
            }
            return report;
        });
    }

    /**
     * Begins to read all that a bucket has of a cluster, and to compare it with what was written.
     *
     * @param bucket its name
     * @param cluster what the cluster is called in the bucket
     * @param by who wants it
     * @return the job, whose result is a {@link BackupReport}
     * @throws Refusal when there is no such thing
     */
    public Job verify(String bucket, String cluster, String by) {
        var topics = with(
                bucket,
                catalog -> catalog.list(required(catalog, cluster), ALL, PARALLEL).topics().stream()
                        .map(BackupSummary.Topic::topic)
                        .toList());
        var request = Json.MAPPER.createObjectNode().put("bucket", bucket).put("cluster", cluster);
        return jobs.start(
                Job.Kind.VERIFY,
                request,
                by,
                progress -> with(bucket, catalog -> verified(catalog, cluster, topics, progress)));
    }

    private static BackupReport verified(
            BackupCatalog catalog, String cluster, List<String> topics, JobProgress progress)
            throws IOException, InterruptedException {
        progress.total(topics.size());
        var found = new ArrayList<BackupReport.Topic>();
        var problems = new ArrayList<String>();
        long groups = 0;
        long groupsTime = -1;
        for (var topic : topics) {
            var report = catalog.verify(cluster, Pattern.compile(Pattern.quote(topic)), PARALLEL);
            found.addAll(report.topics());
            problems.addAll(report.problems());
            groups = report.groups();
            groupsTime = report.groupsTime();
            progress.done(1);
        }
        return new BackupReport(cluster, found, groups, groupsTime, problems);
    }

    /**
     * Begins to restore, or to tell what a restore would do.
     *
     * @param request what of which bucket, and into which cluster
     * @param dryRun whether nothing is changed
     * @param by who wants it
     * @return the job, whose result is as {@code caudal restore -o json} prints it
     * @throws Refusal when there is no such bucket or cluster
     */
    public Job restore(RestoreRequest request, boolean dryRun, String by) {
        buckets.open(request.bucket()).close();
        var settings = request.settings(clients.apply(request.target()));
        return jobs.start(
                dryRun ? Job.Kind.DRY_RUN : Job.Kind.RESTORE,
                request.body(),
                by,
                progress -> Failures.judged(() -> {
                    try (var store = buckets.open(request.bucket())) {
                        var restore = new Restore(store, settings, new Listener(progress));
                        var report = dryRun ? restore.plan() : restore.run();
                        ObjectNode result = Json.MAPPER.valueToTree(report);
                        return result.put("records", report.records()).put("dryRun", dryRun);
                    }
                }));
    }

    private interface Look<T> {
        T at(BackupCatalog catalog) throws IOException, InterruptedException;
    }

    private <T> T with(String bucket, Look<T> look) {
        try (ObjectStore store = buckets.open(bucket)) {
            return Failures.judged(() -> look.at(new BackupCatalog(store, TOPICS_DIR)));
        }
    }

    private static String required(BackupCatalog catalog, String cluster) {
        if (!catalog.clusters().contains(cluster)) {
            throw notThere("The bucket has no backup of the cluster '%s'.".formatted(cluster));
        }
        return cluster;
    }

    private static Refusal notThere(String sentence) {
        return Refusal.of(ProblemCode.NO_SUCH_BACKUP, sentence, "GET /api/v1/buckets/BUCKET/backups has all.");
    }

    private record Listener(JobProgress progress) implements RestoreListener {
        @Override
        public void planned(long records) {
            progress.total(records);
        }

        @Override
        public void note(String text) {
            progress.note(text);
        }

        @Override
        public void sent(long records) {
            progress.done(records);
        }
    }
}
