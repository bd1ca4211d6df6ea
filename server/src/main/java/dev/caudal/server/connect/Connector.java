package dev.caudal.server.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A connector of Kafka Connect.
 *
 * @param name its name
 * @param configuration all its keys and values, references to secrets as they are
 * @param status how it is; empty while it has not begun to start
 */
public record Connector(String name, Map<String, String> configuration, Optional<ConnectorStatus> status) {
    /** Copies the map. */
    public Connector {
        configuration = Map.copyOf(configuration);
    }

    /** Reads the parts of the worker's answers. */
    static Connector of(String name, JsonNode configuration, JsonNode status) {
        var settings = new TreeMap<String, String>();
        configuration
                .properties()
                .forEach(each -> settings.put(each.getKey(), each.getValue().asText()));
        return new Connector(
                name, settings, status.isEmpty() ? Optional.empty() : Optional.of(ConnectorStatus.of(status)));
    }

    /**
     * A setting.
     *
     * @param setting its name
     * @return its value, empty when it is not set
     */
    public String setting(String setting) {
        return configuration.getOrDefault(setting, "");
    }
}
