package dev.caudal.server.endpoint;

import dev.caudal.server.definition.Definition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a connector is told of its endpoints; secrets are references that the worker resolves by {@link EndpointSecrets}. */
public final class ConnectorSettings {
    /** The name of the provider among the worker's settings. */
    public static final String PROVIDER = "caudal";

    /** Positions go to the cluster of the rows, also by the worker's own clients. */
    private static final List<String> CLIENTS =
            List.of("target.", "producer.override.", "consumer.override.", "admin.override.");

    private ConnectorSettings() {}

    /**
     * Settings of a replication connector.
     *
     * @param endpoint a source or a target
     * @return by the connector's names
     */
    public static Map<String, String> of(Definition<Endpoint> endpoint) {
        return endpoint.value().role() == Role.SOURCE ? source(endpoint) : target(endpoint);
    }

    private static Map<String, String> source(Definition<Endpoint> endpoint) {
        var values = endpoint.value().settings();
        var settings = new LinkedHashMap<String, String>();
        settings.put("source.host", value(values, MySqlType.HOST));
        settings.put("source.port", value(values, MySqlType.PORT));
        settings.put("source.standby", value(values, MySqlType.STANDBY));
        settings.put("source.user", value(values, MySqlType.USER));
        if (value(values, MySqlType.LOGIN).equals(MySqlType.BY_IAM)) {
            settings.put("source.login", MySqlType.BY_IAM);
            settings.put("source.aws.region", value(values, MySqlType.REGION));
        }
        if (endpoint.value().secrets().containsKey(MySqlType.PASSWORD)) {
            settings.put("source.password", reference(endpoint.name(), MySqlType.PASSWORD));
        }
        settings.put("source.tls", value(values, MySqlType.TLS));
        settings.put("source.tls.ca", value(values, MySqlType.TLS_CA));
        return settings;
    }

    private static Map<String, String> target(Definition<Endpoint> endpoint) {
        var values = endpoint.value().settings();
        var settings = new LinkedHashMap<String, String>();
        KafkaClients.settings(field -> value(values, field), setting -> reference(endpoint.name(), setting))
                .forEach((name, value) -> CLIENTS.forEach(prefix -> settings.put(prefix + name, value)));
        return settings;
    }

    private static String value(Map<String, String> values, String field) {
        return Objects.requireNonNullElse(values.get(field), "");
    }

    private static String reference(String endpoint, String key) {
        return "${%s:endpoint/%s:%s}".formatted(PROVIDER, endpoint, key);
    }
}
