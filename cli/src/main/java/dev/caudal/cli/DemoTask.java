package dev.caudal.cli;

import dev.caudal.server.Platform;
import dev.caudal.server.PlatformTopics;
import dev.caudal.server.monitor.MonitorTopics;
import java.util.Map;
import java.util.TreeMap;

/** The replication task of the demo: Full Load and Apply Changes of one table. */
final class DemoTask {
    /** The task's name. */
    static final String NAME = "demo";

    private DemoTask() {}

    /** The topic, which is named after the table. */
    static String topic(DemoSource source) {
        return source.database() + ".city";
    }

    /** The connector's configuration. */
    static Map<String, String> configuration(DemoSource source, Platform platform) {
        var table = topic(source);
        var configuration = new TreeMap<String, String>();
        configuration.putAll(Map.of(
                "connector.class",
                "dev.caudal.replicate.ReplicationConnector",
                "tasks.max",
                "1",
                "exactly.once.support",
                "required",
                "offsets.storage.topic",
                PlatformTopics.OFFSETS,
                "connect.group.id",
                platform.connectGroup(),
                "events.topic",
                MonitorTopics.PLATFORM.events(),
                "statistics.topic",
                MonitorTopics.PLATFORM.statistics(),
                "log.topic",
                MonitorTopics.PLATFORM.log()));
        configuration.putAll(Map.of(
                "source.host", source.host(),
                "source.port", Integer.toString(source.port()),
                "source.user", source.user(),
                "source.password", source.password(),
                "source.tls", source.tls(),
                "tables", table,
                "full.load", "true",
                "apply.changes", "true"));
        configuration.putAll(Map.of(
                "target.bootstrap.servers", platform.bootstrapServers(),
                "topic", table,
                "topic.partitions", "1",
                "topic.replication.factor", "1",
                "message.key", "none"));
        return configuration;
    }
}
