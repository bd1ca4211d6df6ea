package dev.caudal.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Caudal, which always delivers exactly once.
 *
 * @param more settings that are tried out
 */
record CaudalEngine(Map<String, String> more) implements Engine {
    @Override
    public String name() {
        return "caudal";
    }

    @Override
    public boolean isExactlyOnce() {
        return true;
    }

    @Override
    public Path plugins(Path root) {
        return root.resolve("replicate/target/plugins");
    }

    @Override
    public Map<String, String> settings(Job job, Servers servers) {
        var settings = new HashMap<String, String>();
        settings.put("connector.class", "dev.caudal.replicate.ReplicationConnector");
        settings.put("tasks.max", "1");
        settings.put("exactly.once.support", "required");
        settings.put("offsets.storage.topic", "caudal-offsets");
        settings.put("connect.group.id", Worker.GROUP + "-" + name());
        settings.put("source.host", "127.0.0.1");
        settings.put("source.port", Integer.toString(servers.databasePort()));
        settings.put("source.user", servers.user());
        settings.put("source.password", servers.password());
        settings.put("tables", job.tables().stream().map("bench."::concat).collect(Collectors.joining(",")));
        settings.put("topic", job.name() + ".${schema}.${table}");
        settings.put("full.load", Boolean.toString(job.part() == Part.LOAD));
        settings.put("target.bootstrap.servers", servers.bootstrapServers());
        settings.putAll(more);
        return settings;
    }

    @Override
    public Optional<JsonNode> offsets(Job job, LogMark mark) {
        var body = new ObjectMapper().createObjectNode();
        var entry = body.putArray("offsets").addObject();
        entry.putObject("partition").put("log", "binlog");
        entry.putObject("offset")
                .put("file", mark.file())
                .put("offset", mark.offset())
                .put("sequence", 0);
        return Optional.of(body);
    }
}
