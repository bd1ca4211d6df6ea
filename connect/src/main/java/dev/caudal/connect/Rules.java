package dev.caudal.connect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.connector.Connector;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.runtime.ConnectorConfig;
import org.apache.kafka.connect.runtime.SinkConnectorConfig;
import org.apache.kafka.connect.runtime.SourceConnectorConfig;
import org.apache.kafka.connect.runtime.WorkerConfig;
import org.apache.kafka.connect.runtime.isolation.Plugins;
import org.apache.kafka.connect.sink.SinkConnector;
import org.apache.kafka.connect.storage.Converter;
import org.apache.kafka.connect.storage.HeaderConverter;

/**
 * What Kafka Connect, the connector and its converters and transformations say about settings.
 *
 * @param keys all keys that are defined, with their definitions
 * @param errors what is wrong, by key; the empty key for what belongs to none
 */
record Rules(Map<String, ConfigKey> keys, Map<String, List<String>> errors) {
    private static final List<String> CONVERTERS = List.of("key.converter", "value.converter", "header.converter");

    /** Clients take any key; transformations are looked at by Connect, which tells what they lack. */
    private static final List<String> OPEN = List.of(
            "producer.override.",
            "consumer.override.",
            "admin.override.",
            "topic.creation.",
            "transforms.",
            "predicates.");

    /** Asks them all about these settings, in which references are resolved. */
    static Rules of(Plugins plugins, WorkerConfig worker, Map<String, String> settings) {
        var rules = new Rules(new LinkedHashMap<>(), new LinkedHashMap<>());
        try (var swap = plugins.withClassLoader(plugins.delegatingLoader())) {
            rules.ask(plugins, worker, settings);
        } catch (ConnectException | ConfigException e) {
            rules.error("", String.valueOf(e.getMessage()));
        }
        return rules;
    }

    private void ask(Plugins plugins, WorkerConfig worker, Map<String, String> settings) {
        var type = settings.getOrDefault(ConnectorConfig.CONNECTOR_CLASS_CONFIG, "");
        Connector connector;
        try {
            connector = plugins.newConnector(type);
        } catch (ConnectException e) {
            var installed = new TreeSet<String>();
            plugins.connectors().forEach(each -> installed.add(each.className()));
            define(ConnectorConfig.configDef());
            error(
                    ConnectorConfig.CONNECTOR_CLASS_CONFIG,
                    "no connector '%s' is installed; plugin.path of the worker names the folders that are searched. There are: %s"
                            .formatted(type, String.join(", ", installed)));
            return;
        }
        boolean isSink = connector instanceof SinkConnector;
        var general = ConnectorConfig.enrich(
                plugins,
                isSink
                        ? SinkConnectorConfig.enrichedConfigDef(plugins, settings, worker)
                        : SourceConnectorConfig.enrichedConfigDef(plugins, settings, worker),
                settings,
                false);
        define(general);
        var values = general.validateAll(settings);
        if (isSink) {
            SinkConnectorConfig.validate(settings, values);
        }
        values.values().forEach(this::collect);
        CONVERTERS.forEach(converter -> converter(plugins, converter, settings.getOrDefault(converter, "")));
        try (var swap = plugins.withClassLoader(connector.getClass().getClassLoader())) {
            define(connector.config());
            connector.validate(settings).configValues().forEach(this::collect);
        }
    }

    private void converter(Plugins plugins, String prefix, String type) {
        try {
            var plugin = type.isEmpty()
                    ? ""
                    : plugins.pluginClass(type).getDeclaredConstructor().newInstance();
            var definition = plugin instanceof Converter converter
                    ? converter.config()
                    : plugin instanceof HeaderConverter header ? header.config() : new ConfigDef();
            definition.configKeys().forEach((name, key) -> keys.putIfAbsent(prefix + "." + name, key));
        } catch (ReflectiveOperationException | ConnectException e) {
            // That there is no such class has been said by the definition of the key.
            return;
        }
    }

    private void define(ConfigDef definition) {
        keys.putAll(definition.configKeys());
    }

    private void collect(ConfigValue value) {
        value.errorMessages().forEach(message -> error(value.name(), message));
    }

    private void error(String key, String message) {
        var messages = errors.computeIfAbsent(key, each -> new ArrayList<>());
        if (!messages.contains(message)) {
            messages.add(message);
        }
    }

    /** The names of all keys that are defined. */
    Set<String> names() {
        return keys.keySet();
    }

    /** Whether a key is defined, or is one that a client or a class named in another setting will read. */
    boolean knows(String key) {
        return keys.containsKey(key)
                || OPEN.stream().anyMatch(key::startsWith)
                || OwnSink.givesToClient(key)
                || keys.values().stream().anyMatch(each -> readsWithPrefix(each, key));
    }

    private boolean readsWithPrefix(ConfigKey owner, String key) {
        var name = owner.name;
        if (name.endsWith(".class")) {
            return key.startsWith(name.substring(0, name.length() - "class".length()));
        }
        boolean describesItself = keys.keySet().stream().anyMatch(each -> each.startsWith(name + "."));
        return owner.type == ConfigDef.Type.CLASS && !describesItself && key.startsWith(name + ".");
    }

    /** Whether a value must not be shown. */
    boolean isSecret(String key) {
        var definition = keys.get(key);
        return definition == null
                ? key.toLowerCase(Locale.ROOT).matches(".*(password|secret|token).*")
                : definition.type == ConfigDef.Type.PASSWORD;
    }

    /** The first sentence of a key's documentation, empty when there is none. */
    String meaning(String key) {
        var definition = keys.get(key);
        var text = definition == null || definition.documentation == null ? "" : definition.documentation.strip();
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }
}
