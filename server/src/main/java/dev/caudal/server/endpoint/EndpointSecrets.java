package dev.caudal.server.endpoint;

import dev.caudal.server.definition.Definition;
import dev.caudal.server.definition.DefinitionFollower;
import dev.caudal.server.definition.Refusal;
import dev.caudal.server.definition.SecretBox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigData;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.provider.ConfigProvider;

/**
 * Gives the workers of Kafka Connect the secrets of endpoints, read from the topic of definitions, and the brokers that an
 * API has to be asked for: {@code ${caudal:endpoint/NAME:FIELD}}. Any thread may ask.
 *
 * <p>Settings: {@code key.file}, and those of a Kafka client for the cluster that has the topic.
 */
public final class EndpointSecrets implements ConfigProvider {
    private static final String KEY_FILE = "key.file";
    private static final String PATH = "endpoint/";

    private final KnownBrokers brokers = new KnownBrokers();
    private Optional<SecretBox> box = Optional.empty();
    private Optional<DefinitionFollower> definitions = Optional.empty();

    /** For the worker. */
    public EndpointSecrets() {}

    @Override
    public void configure(Map<String, ?> settings) {
        var clients = new HashMap<String, String>();
        settings.forEach((name, value) -> clients.put(name, String.valueOf(value)));
        var file = String.valueOf(clients.remove(KEY_FILE));
        try {
            box = Optional.of(SecretBox.open(Path.of(file)));
        } catch (IOException e) {
            throw new ConfigException("Cannot use the key file %s: %s.".formatted(file, e));
        }
        definitions = Optional.of(new DefinitionFollower(clients, List.of(EndpointKind.INSTANCE)));
    }

    /** All secrets of an endpoint. */
    @Override
    public ConfigData get(String path) {
        return new ConfigData(secrets(path));
    }

    /** Some secrets of an endpoint. */
    @Override
    public ConfigData get(String path, Set<String> keys) {
        var all = secrets(path);
        all.keySet().retainAll(keys);
        return new ConfigData(all);
    }

    @Override
    public void close() {
        definitions.ifPresent(DefinitionFollower::close);
    }

    private Map<String, String> secrets(String path) {
        if (!path.startsWith(PATH)) {
            throw new ConfigException("'%s' is no endpoint: write %sNAME.".formatted(path, PATH));
        }
        var name = path.substring(PATH.length());
        var endpoint = find(name)
                .orElseThrow(() -> new ConfigException(
                        "There is no endpoint '%s', whose secrets a connector wants.".formatted(name)));
        var login = Logins.open(endpoint, box.orElseThrow());
        var secrets = new HashMap<String, String>();
        endpoint.value().secrets().keySet().forEach(field -> secrets.put(field, login.value(field)));
        if (endpoint.value().role() == Role.TARGET) {
            secrets.put(KafkaClients.JAAS, KafkaClients.jaas(login));
            secrets.put(KafkaClients.KEY, login.value(KafkaSecurity.KEY));
            secrets.put(KafkaClients.SERVERS, brokers(name, login));
        }
        return secrets;
    }

    private String brokers(String name, Login login) {
        try {
            return brokers.of(login);
        } catch (Refusal e) {
            throw new ConfigException(
                    "The brokers of the endpoint '%s' are not known: %s %s".formatted(name, e.detail(), e.remedy()));
        }
    }

    private Optional<Definition<Endpoint>> find(String name) {
        try {
            return definitions.orElseThrow().latest().find(EndpointKind.INSTANCE, name);
        } catch (KafkaException e) {
            throw new ConfigException("The secrets of '%s' cannot be read: %s.".formatted(name, e.getMessage()));
        }
    }
}
