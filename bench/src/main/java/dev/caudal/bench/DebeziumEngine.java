package dev.caudal.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Debezium's connector for MariaDB, tuned for throughput, with the compression that Caudal has.
 *
 * @param isExactlyOnce whether the worker delivers its records in transactions, else at least once
 */
record DebeziumEngine(boolean isExactlyOnce) implements Engine {
    private static final Map<String, String> TUNED = Map.of(
            "max.batch.size", "8192",
            "max.queue.size", "65536",
            "poll.interval.ms", "10",
            "snapshot.fetch.size", "10240",
            "producer.override.linger.ms", "10",
            "producer.override.batch.size", "262144",
            "producer.override.buffer.memory", "67108864",
            "producer.override.compression.type", "lz4");

    @Override
    public String name() {
        return isExactlyOnce ? "debezium-exactly-once" : "debezium";
    }

    @Override
    public Path plugins(Path root) {
        return root.resolve("bench/debezium/target/plugins");
    }

    @Override
    public Map<String, String> settings(Job job, Servers servers) {
        var settings = new HashMap<>(TUNED);
        settings.put("connector.class", "io.debezium.connector.mariadb.MariaDbConnector");
        settings.put("tasks.max", "1");
        settings.put("exactly.once.support", isExactlyOnce ? "required" : "requested");
        settings.put("database.hostname", "127.0.0.1");
        settings.put("database.port", Integer.toString(servers.databasePort()));
        settings.put("database.user", servers.user());
        settings.put("database.password", servers.password());
        settings.put("database.ssl.mode", "disable");
        settings.put("database.server.id", Integer.toString(1_000 + (job.name().hashCode() & 0xffff)));
        settings.put("topic.prefix", job.name());
        settings.put("database.include.list", "bench");
        settings.put(
                "table.include.list",
                job.tables().stream().map("bench\\."::concat).collect(Collectors.joining(",")));
        settings.put("tombstones.on.delete", "false");
        settings.put("snapshot.locking.mode", "none");
        settings.put("snapshot.mode", snapshot(job));
        settings.put("schema.history.internal.kafka.bootstrap.servers", servers.bootstrapServers());
        settings.put("schema.history.internal.kafka.topic", job.name() + "-schemas");
        settings.put("topic.creation.default.replication.factor", "1");
        settings.put("topic.creation.default.partitions", "1");
        return settings;
    }

    private static String snapshot(Job job) {
        return switch (job.part()) {
            case LOAD -> "initial_only";
            case CHANGES -> "recovery";
            case LATENCY -> "no_data";
        };
    }

    @Override
    public Optional<JsonNode> offsets(Job job, LogMark mark) {
        var body = new ObjectMapper().createObjectNode();
        var entry = body.putArray("offsets").addObject();
        entry.putObject("partition").put("server", job.name());
        entry.putObject("offset")
                .put("file", mark.file())
                .put("pos", mark.offset())
                .put("gtids", mark.gtid());
        return Optional.of(body);
    }
}
