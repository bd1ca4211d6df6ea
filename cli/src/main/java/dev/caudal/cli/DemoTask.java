package dev.caudal.cli;

import dev.caudal.server.Platform;
import dev.caudal.server.task.Workers;
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
        var configuration = new TreeMap<>(new Workers(platform.connectGroup(), platform.bootstrapServers()).settings());
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
