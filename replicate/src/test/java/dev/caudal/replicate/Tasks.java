package dev.caudal.replicate;

import java.util.HashMap;
import java.util.Map;

/** Settings of a task for tests. */
final class Tasks {
    /** All that has no default. */
    static final Map<String, String> LEAST = Map.of(
            "name", "world-to-kafka",
            "connector.class", "dev.caudal.replicate.ReplicationConnector",
            "exactly.once.support", "required",
            "offsets.storage.topic", "caudal-offsets",
            "connect.group.id", "caudal",
            "source.host", "db1",
            "source.user", "reader",
            "tables", "world.city,world.country",
            "target.bootstrap.servers", "kafka1:9092");

    private Tasks() {}

    /** The least with pairs of names and values set on top. */
    static Map<String, String> with(String... pairs) {
        var settings = new HashMap<>(LEAST);
        for (int at = 0; at < pairs.length; at += 2) {
            settings.put(pairs[at], pairs[at + 1]);
        }
        return settings;
    }

    /** The least without some. */
    static Map<String, String> without(String... names) {
        var settings = new HashMap<>(LEAST);
        for (var name : names) {
            settings.remove(name);
        }
        return settings;
    }
}
