package dev.caudal.dist;

import dev.caudal.testkit.TestDatabase;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings of a replication connector, for tests. */
final class TaskSettings {

    private final Map<String, String> settings = new LinkedHashMap<>();

    /** A task that replicates {@code tables} of {@code database} by a worker of {@code group}. */
    TaskSettings(TestDatabase database, String bootstrapServers, String group, String tables) {
        with("connector.class", "dev.caudal.replicate.ReplicationConnector");
        with("tasks.max", "1");
        with("exactly.once.support", "required");
        with("offsets.storage.topic", "caudal-offsets");
        with("connect.group.id", group);
        with("source.host", database.host());
        with("source.port", Integer.toString(database.port()));
        with("source.user", database.user());
        with("source.password", database.password());
        with("tables", tables);
        with("target.bootstrap.servers", bootstrapServers);
        with("topic.partitions", "3");
    }

    /** With one more setting, or another value for one. */
    TaskSettings with(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** Without a setting. */
    TaskSettings without(String name) {
        settings.remove(name);
        return this;
    }

    Map<String, String> map() {
        return Map.copyOf(settings);
    }
}
