package dev.caudal.s3.sink;

import dev.caudal.s3.snapshot.SnapshotSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.connect.errors.ConnectException;

/** What a cluster is called in the archive where the settings do not say it: its id. A plug-in is not told it by Kafka Connect. */
final class ClusterName {
    /** Where nothing tells the id. */
    static final String UNKNOWN = "default";

    /** The property of Java in which Caudal's own workers tell the id of their cluster. */
    static final String OF_WORKER = "caudal.worker.cluster.id";

    private static final String OTHER_CLUSTER = "consumer.override.bootstrap.servers";
    private static final long PATIENCE_SECONDS = 60;

    private ClusterName() {}

    /** The settings with the name, which may be asked from the cluster. */
    static Map<String, String> added(SinkConfig config) {
        Map<String, String> settings = new HashMap<>(config.given());
        if (config.archive() && config.getString(Setting.CLUSTER).isBlank()) {
            settings.put(
                    Setting.CLUSTER,
                    config.getString(Setting.SNAPSHOT_SERVERS).isBlank()
                            ? ofWorker(config).orElse(UNKNOWN)
                            : asked(config));
        }
        return settings;
    }

    private static Optional<String> ofWorker(SinkConfig config) {
        return config.given().containsKey(OTHER_CLUSTER)
                ? Optional.empty()
                : Optional.ofNullable(System.getProperty(OF_WORKER));
    }

    /** Another name would begin another archive, so without an answer nothing is written. */
    private static String asked(SinkConfig config) {
        try (Admin admin = Admin.create(SnapshotSettings.kafka(config.given()))) {
            return admin.describeCluster().clusterId().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(config, e);
        } catch (ExecutionException e) {
            throw unknown(config, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException | KafkaException e) {
            throw unknown(config, e);
        }
    }

    private static ConnectException unknown(SinkConfig config, Throwable cause) {
        return new ConnectException(
                "The cluster at %s does not tell its id, under which it is archived: %s. Mend caudal.kafka.bootstrap.servers and the settings beside it, or name the cluster by caudal.cluster.id."
                        .formatted(config.getString(Setting.SNAPSHOT_SERVERS), cause.getMessage()),
                cause);
    }
}
