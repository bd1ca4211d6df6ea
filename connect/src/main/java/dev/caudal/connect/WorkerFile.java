package dev.caudal.connect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.runtime.WorkerConfig;
import org.apache.kafka.connect.runtime.isolation.Plugins;

/**
 * A worker's settings: those of its file, and ours where the file says nothing.
 *
 * @param path the file
 * @param settings all settings
 */
record WorkerFile(Path path, Map<String, String> settings) {
    /** Where the API listens by Kafka's tradition. */
    static final int USUAL_PORT = 8083;

    private static final String PROVIDERS = "org.apache.kafka.common.config.provider.";

    private static final Map<String, String> SECRETS_FROM_ELSEWHERE = Map.of(
            "config.providers",
            "file,env,directory",
            "config.providers.file.class",
            PROVIDERS + "FileConfigProvider",
            "config.providers.env.class",
            PROVIDERS + "EnvVarConfigProvider",
            "config.providers.directory.class",
            PROVIDERS + "DirectoryConfigProvider");

    WorkerFile {
        settings = Map.copyOf(settings);
    }

    /** Reads a file. */
    static WorkerFile read(Path path) {
        var settings = new LinkedHashMap<>(ConnectorFile.read(path).settings());
        if (!settings.containsKey("config.providers")) {
            settings.putAll(SECRETS_FROM_ELSEWHERE);
        }
        // Rows of transactions that were given up are no rows.
        settings.putIfAbsent("consumer.isolation.level", "read_committed");
        if (settings.getOrDefault("plugin.path", "").isBlank()) {
            // Only our own plug-ins, which say what they are: no need to search all jars.
            settings.putIfAbsent("plugin.discovery", "service_load");
        }
        checkFolders(path, settings.getOrDefault("plugin.path", ""));
        return new WorkerFile(path, settings);
    }

    /** What Kafka makes of them; its classes are looked for where the plug-ins are. */
    <T extends WorkerConfig> T config(Plugins plugins, Function<Map<String, String>, T> type) {
        try (var swap = plugins.withClassLoader(plugins.delegatingLoader())) {
            return type.apply(settings);
        } catch (ConfigException e) {
            throw new LaunchException(
                    LaunchException.Kind.BAD_FILE, "The worker's file %s: %s".formatted(path, e.getMessage()), e);
        }
    }

    /** Where the brokers are. */
    String bootstrapServers() {
        return settings.getOrDefault("bootstrap.servers", "localhost:9092");
    }

    /** What leads a client to its brokers, secrets by reference; nothing where references cannot be used and there are secrets. */
    Map<String, String> clientSettings() {
        var types = AdminClientConfig.configDef().configKeys();
        var client = new LinkedHashMap<String, String>();
        for (var key : types.values()) {
            var value = settings.getOrDefault(key.name, "");
            if (!value.isBlank() && key.name.matches("bootstrap\\.servers|(security|ssl|sasl)\\..*")) {
                boolean plain = key.type != ConfigDef.Type.PASSWORD || value.contains("${");
                client.put(key.name, plain ? value : "${file:%s:%s}".formatted(path.toAbsolutePath(), key.name));
            }
        }
        boolean hasReferences = settings.entrySet().containsAll(SECRETS_FROM_ELSEWHERE.entrySet());
        return hasReferences || client.values().stream().noneMatch(value -> value.contains("${")) ? client : Map.of();
    }

    /** Whether it says itself where the API listens. */
    boolean hasListeners() {
        return !settings.getOrDefault("listeners", "").isBlank();
    }

    /** The same with one setting more. */
    WorkerFile with(String key, String value) {
        var more = new LinkedHashMap<>(settings);
        more.put(key, value);
        return new WorkerFile(path, more);
    }

    private static void checkFolders(Path path, String pluginPath) {
        Arrays.stream(pluginPath.split(","))
                .map(String::strip)
                .filter(folder -> !folder.isEmpty() && !Files.exists(Path.of(folder)))
                .findFirst()
                .ifPresent(folder -> {
                    throw new LaunchException(
                            LaunchException.Kind.BAD_FILE,
                            "The worker's file %s: plugin.path names %s, which is not there.".formatted(path, folder));
                });
    }
}
