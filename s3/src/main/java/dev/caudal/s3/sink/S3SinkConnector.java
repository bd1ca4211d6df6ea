package dev.caudal.s3.sink;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes topics into a bucket of S3, under the names and by the settings of Confluent's sink, and beside them the archive
 * from which a cluster can be restored. It runs in any worker of Kafka Connect 3.3 or later.
 */
public final class S3SinkConnector extends SinkConnector {

    private static final Logger LOG = LoggerFactory.getLogger(S3SinkConnector.class);

    private Map<String, String> settings = Map.of();
    private Optional<Snapshots> snapshots = Optional.empty();

    /** For the worker. */
    public S3SinkConnector() {}

    @Override
    public String version() {
        return Version.TEXT;
    }

    @Override
    public ConfigDef config() {
        return SinkDefinition.all();
    }

    @Override
    public Class<? extends Task> taskClass() {
        return S3SinkTask.class;
    }

    @Override
    public void start(Map<String, String> given) {
        List<String> ignored =
                SinkDefinition.ignored().stream().filter(given::containsKey).toList();
        if (!ignored.isEmpty()) {
            LOG.info("These settings are accepted and have no effect: {}", String.join(", ", ignored));
        }
        if (!"read_committed".equals(given.get("consumer.override.isolation.level"))) {
            LOG.warn("Records of transactions that were given up come into the bucket, too, unless the worker sets"
                    + " consumer.isolation.level=read_committed or the connector"
                    + " consumer.override.isolation.level=read_committed.");
        }
        // The tasks are told what was found, wherever they run.
        settings = ClusterName.added(new SinkConfig(given));
        SinkConfig config = new SinkConfig(settings);
        if (config.archive() && !config.getString(Setting.SNAPSHOT_SERVERS).isBlank()) {
            snapshots = Optional.of(Snapshots.start(config));
        }
    }

    @Override
    public void stop() {
        snapshots.ifPresent(Snapshots::close);
        snapshots = Optional.empty();
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return Collections.nCopies(maxTasks, settings);
    }

    @Override
    public Config validate(Map<String, String> given) {
        return new Validation(super.validate(given)).of(given);
    }
}
