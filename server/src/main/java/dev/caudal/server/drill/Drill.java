package dev.caudal.server.drill;

import dev.caudal.local.ChildProcesses;
import dev.caudal.local.Folders;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.LocalKafka;
import dev.caudal.local.LocalS3;
import dev.caudal.local.Port;
import dev.caudal.s3.restore.BackupCatalog;
import dev.caudal.s3.restore.Restore;
import dev.caudal.s3.restore.RestoreListener;
import dev.caudal.s3.restore.RestoreSettings;
import dev.caudal.s3.snapshot.ClusterSnapshots;
import dev.caudal.s3.snapshot.SnapshotSettings;
import dev.caudal.s3.store.ObjectStore;
import dev.caudal.s3.store.StoreDefinition;
import dev.caudal.server.Platform;
import dev.caudal.server.PlatformSettings;
import dev.caudal.server.backup.BackupTask;
import dev.caudal.server.definition.PlatformException;
import dev.caudal.server.kafka.KafkaCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The loss of a cluster, from the backup to the consumers that go on; for one thread of a process that has no other platform.
 */
public final class Drill {
    /** The least number of records. */
    public static final int LEAST = 100;

    /** The greatest number of records. */
    public static final int MOST = 10_000_000;

    /** The folders that it makes: the cluster that is lost, the bucket, the new cluster. */
    private static final List<String> PARTS = List.of("lost", "bucket", "new");

    private static final String BUCKET = "drill";
    private static final String BACKUP = "drill-backup";
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final Path folder;
    private final int records;
    private final RestoreListener listener;

    /**
     * A drill.
     *
     * @param folder an empty one, for its servers
     * @param records how many, {@link #LEAST} to {@link #MOST}
     * @param listener hears how it goes on
     */
    public Drill(Path folder, int records, RestoreListener listener) {
        this.folder = folder;
        this.records = records;
        this.listener = listener;
    }

    /**
     * Stops what an interrupted drill has left in a folder.
     *
     * @param folder that it had
     */
    public static void stopServers(Path folder) {
        for (var part : PARTS) {
            if (Files.isDirectory(folder.resolve(part))) {
                new ChildProcesses(new LocalDirectory(folder.resolve(part))).stopAll();
            }
        }
    }

    /**
     * Rehearses the loss.
     *
     * @return what it found
     * @throws Exception when it cannot be finished
     */
    public DrillResult run() throws Exception {
        var s3 = LocalS3.start(part("bucket"), Port.any());
        try (var store = ObjectStore.open(new AbstractConfig(definition(), settings(s3), false))) {
            createBucket(s3);
            var backup = backUp(s3, store);
            long loss = System.nanoTime();
            listener.note("The cluster is gone. Restoring it from the bucket alone.");
            var kafka = LocalKafka.start(part("new"), Port.any());
            try {
                return restore(store, kafka, backup, loss);
            } finally {
                kafka.stop();
            }
        } finally {
            s3.stop();
        }
    }

    /** What was there at the end. */
    private record Backup(Map<Integer, Long> lastRead, double seconds) {}

    private Backup backUp(LocalS3 s3, ObjectStore store) throws Exception {
        var lost = part("lost");
        try (var platform =
                Platform.start(new PlatformSettings(lost, Port.any(), Port.any(), Optional.empty()), this::started)) {
            var servers = platform.bootstrapServers();
            var topic = new DrillTopic(servers);
            var cluster = KafkaCluster.id(servers, "See the logs in the drill's folder.");
            var task = new BackupTask(BACKUP, Pattern.quote(DrillTopic.NAME), servers, cluster, settings(s3), EVERY, 1);
            topic.create();
            platform.connect().put(BACKUP, task.configuration());
            topic.fill(records);
            long filled = System.nanoTime();
            var lastRead = topic.readPart(records);
            listener.note("%,d records are in the topic, and consumers have read a part. Waiting for the bucket."
                    .formatted(records));
            awaitBackup(store, cluster, platform);
            double seconds = seconds(filled);
            // Not to wait for the connector's next one.
            try (var snapshots = new ClusterSnapshots(
                    store, SnapshotSettings.of(task.configuration(), cluster, 1), Clock.systemUTC())) {
                snapshots.take();
            }
            return new Backup(lastRead, seconds);
        } finally {
            Folders.delete(lost.root());
        }
    }

    private void awaitBackup(ObjectStore store, String cluster, Platform platform) throws Exception {
        var catalog = new BackupCatalog(store, "topics");
        long end = System.nanoTime() + LIMIT.toNanos();
        while (catalog.describe(cluster, Pattern.compile(".*"), 1).topics().stream()
                        .mapToLong(topic -> topic.records())
                        .sum()
                < records) {
            var status = platform.connect().status(BACKUP);
            if (status.isPresent() && status.get().hasFailed()) {
                throw new PlatformException(
                        "The backup has failed: " + status.get().reason());
            }
            if (System.nanoTime() - end > 0) {
                throw new PlatformException(
                        "The bucket does not have all records after %d min.".formatted(LIMIT.toMinutes()));
            }
            TimeUnit.MILLISECONDS.sleep(300);
        }
    }

    private DrillResult restore(ObjectStore store, LocalKafka kafka, Backup backup, long loss) throws Exception {
        var settings = RestoreSettings.all(Map.of("bootstrap.servers", kafka.bootstrapServers()));
        var report = new Restore(store, settings, listener).run();
        double seconds = seconds(loss);
        var topic = new DrillTopic(kafka.bootstrapServers());
        var first = topic.firstOfEach();
        int exact = (int) first.entrySet().stream()
                .filter(place ->
                        place.getValue() == backup.lastRead().getOrDefault(place.getKey(), -1L) + DrillTopic.PARTITIONS)
                .count();
        var audit = new DrillAudit(records);
        audit.read(topic);
        return new DrillResult(
                records,
                audit.lost(),
                audit.duplicated(),
                audit.reordered(),
                audit.altered(),
                first.size(),
                exact,
                backup.seconds(),
                report.seconds(),
                seconds,
                (long) (records / report.seconds()));
    }

    private void started(String part, Duration took) {
        listener.note("%s (%.1f s)".formatted(part, took.toMillis() / 1000.0));
    }

    private static void createBucket(LocalS3 s3) {
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create(LocalS3.KEY, LocalS3.KEY));
        try (var client = S3Client.builder()
                .endpointOverride(s3.endpoint())
                .forcePathStyle(true)
                .region(Region.of(LocalS3.REGION))
                .credentialsProvider(credentials)
                .build()) {
            var unused = client.createBucket(request -> request.bucket(BUCKET));
        }
    }

    private LocalDirectory part(String name) {
        return new LocalDirectory(folder.resolve(name));
    }

    private static Map<String, String> settings(LocalS3 s3) {
        return Map.of(
                StoreDefinition.BUCKET,
                BUCKET,
                StoreDefinition.ENDPOINT,
                s3.endpoint().toString(),
                StoreDefinition.REGION,
                LocalS3.REGION,
                "aws.access.key.id",
                LocalS3.KEY,
                "aws.secret.access.key",
                LocalS3.KEY);
    }

    private static ConfigDef definition() {
        var definition = new ConfigDef();
        StoreDefinition.addTo(definition);
        return definition;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
