package dev.caudal.server.task;

import dev.caudal.replicate.ReplicationConnector;
import dev.caudal.server.connect.Connector;
import dev.caudal.server.kafka.PlatformTopics;
import java.util.Map;

/**
 * The Connect workers that tasks run on.
 *
 * @param group their {@code group.id}
 * @param bootstrapServers their own cluster, which also takes what tasks tell of themselves
 */
public record Workers(String group, String bootstrapServers) {
    static final String CLASS = "connector.class";
    static final String TYPE = ReplicationConnector.class.getName();

    /**
     * Whether a connector is a replication task.
     *
     * @param connector of any workers
     * @return by its class
     */
    public static boolean isTask(Connector connector) {
        return connector.setting(CLASS).equals(TYPE);
    }

    /**
     * What every task has that runs on them.
     *
     * @return settings of its connector
     */
    public Map<String, String> settings() {
        return Map.of(
                CLASS,
                TYPE,
                "tasks.max",
                "1",
                "exactly.once.support",
                "required",
                "offsets.storage.topic",
                PlatformTopics.OFFSETS,
                "connect.group.id",
                group,
                "events.topic",
                PlatformTopics.EVENTS,
                "statistics.topic",
                PlatformTopics.STATISTICS,
                "log.topic",
                PlatformTopics.LOG,
                "reports.bootstrap.servers",
                bootstrapServers);
    }
}
