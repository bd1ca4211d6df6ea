package dev.caudal.bench.yardstick;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.SourceConnector;

/**
 * Sends messages as Caudal's, made beforehand, with a transactional producer that has the same settings. It reads no
 * database, so what it needs is the share of Kafka's producer in what Caudal needs.
 */
public final class ProducerConnector extends SourceConnector {
    /** The broker's address. */
    public static final String SERVERS = "servers";

    /** The topics, which get the same number of messages each. */
    public static final String TOPICS = "topics";

    /** How many messages all get. */
    public static final String MESSAGES = "messages";

    static final String NAME = "name";

    private Map<String, String> settings = Map.of();

    /** For the worker. */
    public ProducerConnector() {}

    @Override
    public void start(Map<String, String> given) {
        settings = Map.copyOf(given);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return ProducerTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return List.of(settings);
    }

    @Override
    public void stop() {
        // The task has all there is.
    }

    @Override
    public ConfigDef config() {
        return definition();
    }

    static ConfigDef definition() {
        return new ConfigDef()
                .define(NAME, ConfigDef.Type.STRING, ConfigDef.Importance.HIGH, "The connector's name.")
                .define(SERVERS, ConfigDef.Type.STRING, ConfigDef.Importance.HIGH, "The broker's address.")
                .define(TOPICS, ConfigDef.Type.LIST, ConfigDef.Importance.HIGH, "Where to send.")
                .define(MESSAGES, ConfigDef.Type.LONG, ConfigDef.Importance.HIGH, "How many messages in all.");
    }

    @Override
    public String version() {
        return "1";
    }
}
