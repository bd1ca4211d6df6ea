package dev.caudal.bench;

import dev.caudal.s3.restore.Restore;
import dev.caudal.s3.restore.RestoreListener;
import dev.caudal.s3.restore.RestoreSettings;
import dev.caudal.s3.store.ObjectStore;
import dev.caudal.s3.store.StoreDefinition;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * Restores a topic in this process and deletes it again.
 *
 * @param kafka the broker
 * @param store where the bucket is
 * @param bucket the bucket
 * @param topic the name of the topic, which is not there
 */
record RestoreRun(BenchKafka kafka, URI store, String bucket, String topic) {
    private static final RestoreListener NOBODY = new RestoreListener() {
        @Override
        public void note(String text) {}

        @Override
        public void sent(long records) {}
    };

    /** Restores all records, and reads them back if {@code verify}. */
    Usage measure(long records, boolean verify, Usage.Processes processes) throws IOException, InterruptedException {
        var all = RestoreSettings.all(Map.of("bootstrap.servers", kafka.bootstrapServers()));
        var settings = new RestoreSettings(
                all.kafka(),
                all.cluster(),
                all.topics(),
                all.topicsDir(),
                all.until(),
                all.replicas(),
                all.parallel(),
                false,
                verify,
                false);
        try (var open = ObjectStore.open(config())) {
            var begin = processes.now();
            var report = new Restore(open, settings, NOBODY).run();
            var used = processes.now().since(begin);
            if (report.sent() != records) {
                throw new BenchFailure(
                        "%d records were restored where %d are right.".formatted(report.sent(), records));
            }
            return used;
        } finally {
            kafka.topic(topic, S3Settings.PARTITIONS).delete();
        }
    }

    private AbstractConfig config() {
        var definition = new ConfigDef();
        StoreDefinition.addTo(definition);
        return new AbstractConfig(
                definition,
                Map.of(
                        StoreDefinition.BUCKET,
                        bucket,
                        StoreDefinition.ENDPOINT,
                        store.toString(),
                        StoreDefinition.REGION,
                        "us-east-1",
                        "aws.access.key.id",
                        "bench",
                        "aws.secret.access.key",
                        "bench"),
                false);
    }
}
