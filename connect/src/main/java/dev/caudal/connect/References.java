package dev.caudal.connect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigTransformer;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.apache.kafka.connect.runtime.WorkerConfig;
import org.apache.kafka.connect.runtime.isolation.Plugins;
import org.apache.kafka.connect.runtime.isolation.Plugins.ClassLoaderUsage;

/** Values that stand elsewhere, such as {@code ${file:/etc/secrets:key}}, looked up as the worker will. */
final class References implements AutoCloseable {
    private final Map<String, ConfigProvider> providers = new LinkedHashMap<>();

    References(Plugins plugins, WorkerConfig worker) {
        var names = worker.originalsStrings().getOrDefault(WorkerConfig.CONFIG_PROVIDERS_CONFIG, "");
        Arrays.stream(names.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(name -> providers.put(
                        name,
                        plugins.newConfigProvider(
                                worker, WorkerConfig.CONFIG_PROVIDERS_CONFIG + "." + name, ClassLoaderUsage.PLUGINS)));
    }

    /** The settings with all values. */
    Map<String, String> resolve(ConnectorFile file, Map<String, String> settings) {
        try {
            return new ConfigTransformer(providers).transform(settings).data();
        } catch (ConfigException e) {
            throw new LaunchException(
                    LaunchException.Kind.BAD_FILE,
                    "%s refers to a value that cannot be read: %s".formatted(file.path(), e.getMessage()),
                    e);
        }
    }

    @Override
    public void close() {
        for (var provider : providers.values()) {
            try {
                provider.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
