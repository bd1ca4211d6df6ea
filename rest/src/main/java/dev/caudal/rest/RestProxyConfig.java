package dev.caudal.rest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What a REST proxy is started with. The names in a file are those of Confluent's proxy; what only this one has begins
 * with {@code caudal.}
 *
 * @param listeners where it listens; port 0 is some free port
 * @param advertised the addresses that clients shall use, one of each scheme at most; none: the one they called
 * @param id this proxy's name in the names of consumers; may be empty
 * @param bootstrapServers the Kafka cluster
 * @param producer settings of producers
 * @param consumer settings of consumers
 * @param admin settings of admin clients
 * @param limits what it takes on
 * @param v1Acknowledgement what counts as consumed for v1 consumers with {@code auto.commit.enable} false
 * @param tls the key of its {@code https} listeners
 * @param certificates which ones clients on {@code https} listeners have to show; empty: none
 * @param endpoints what is served and what is not
 * @param rates how much a caller may ask
 * @param authentication how it knows its callers; empty: it does not
 * @param peers the proxies that it shares its consumers' clients with
 * @param warnings what in the configuration was probably not meant, for people
 */
public record RestProxyConfig(
        List<URI> listeners,
        List<URI> advertised,
        String id,
        String bootstrapServers,
        Map<String, String> producer,
        Map<String, String> consumer,
        Map<String, String> admin,
        Limits limits,
        Acknowledgement v1Acknowledgement,
        Optional<TlsKey> tls,
        Optional<ClientCertificates> certificates,
        EndpointSwitch.Lists endpoints,
        Rates.Limits rates,
        Optional<Authentication> authentication,
        Optional<PeerGroup> peers,
        List<String> warnings) {

    /** Where the proxy listens when nothing else is said. */
    public static final int USUAL_PORT = 8082;

    private static final long MEGABYTE = 1 << 20;

    /** Copies the collections. */
    public RestProxyConfig {
        listeners = List.copyOf(listeners);
        advertised = List.copyOf(advertised);
        producer = Map.copyOf(producer);
        consumer = Map.copyOf(consumer);
        admin = Map.copyOf(admin);
        warnings = List.copyOf(warnings);
    }

    /**
     * The names and values of a properties file such as Confluent's {@code kafka-rest.properties}, before they are judged.
     *
     * @param file the file, in UTF-8
     * @return names and values
     * @throws RestProxyException when it cannot be read
     */
    public static Map<String, String> properties(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new RestProxyException("The configuration %s cannot be read: %s.".formatted(file, e), e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }

    /**
     * The same settings, but listening at an address of the network without knowing its callers.
     *
     * @param host a name or address of this machine
     * @param values names and values
     * @return names and values
     */
    public static Map<String, String> openTo(String host, Map<String, String> values) {
        var open = new HashMap<>(values);
        var port = values.getOrDefault(ConfigKey.PORT, String.valueOf(USUAL_PORT));
        var listener = values.getOrDefault(ConfigKey.LISTENERS, "http://0.0.0.0:" + port);
        open.put(ConfigKey.LISTENERS, listener.replaceFirst("//[^,]*:", "//" + host + ":"));
        open.put(ConfigKey.INSECURE_LISTEN, "true");
        return open;
    }

    /**
     * Judges a configuration.
     *
     * @param values names and values
     * @return the configuration
     * @throws RestProxyException naming all values that cannot be used
     */
    public static RestProxyConfig of(Map<String, String> values) {
        var reader = new ConfigReader(values);
        var servers = reader.required(ConfigKey.BOOTSTRAP_SERVERS, "it names the Kafka cluster, as in localhost:9092")
                .replaceAll("[A-Z_]+://", "");
        long port = reader.number(ConfigKey.PORT, USUAL_PORT, 0, 65_535);
        var listeners = reader.addresses(ConfigKey.LISTENERS, "http://127.0.0.1:" + port);
        var tls = TlsKey.read(reader);
        var authentication = Authentication.read(reader);
        var certificates = ClientCertificates.read(reader);
        boolean insecure = reader.flag(ConfigKey.INSECURE_LISTEN);
        for (var listener : listeners) {
            if (listener.getScheme().equals("https") && tls.isEmpty()) {
                reader.problem("%s needs a key: set %s.".formatted(listener, ConfigKey.KEYSTORE));
            }
            boolean asks = authentication.isPresent()
                    || listener.getScheme().equals("https")
                            && certificates.filter(ClientCertificates::required).isPresent();
            if (!insecure && !asks && !isLoopback(listener)) {
                reader.problem(
                        "%s lets anybody on the network read and write all topics. Set %s=BASIC, or %s=REQUIRED and https, or %s=true if that is meant."
                                .formatted(
                                        listener,
                                        ConfigKey.AUTHENTICATION,
                                        ConfigKey.CLIENT_CERTIFICATES,
                                        ConfigKey.INSECURE_LISTEN));
            }
            if (authentication.isPresent() && listener.getScheme().equals("http") && !isLoopback(listener)) {
                reader.warning("PASSWORDS TRAVEL IN CLEAR over %s: whoever listens on the network gets them. Use https."
                        .formatted(listener));
            }
        }
        ClientClasses.check(reader, reader.client("admin."));
        var config = new RestProxyConfig(
                listeners,
                advertised(reader, listeners, port),
                reader.text(ConfigKey.ID).orElse(""),
                servers,
                reader.client("producer."),
                reader.client("consumer."),
                reader.client("admin."),
                limits(reader),
                reader.acknowledgement(ConfigKey.V1_COMMIT),
                tls,
                certificates,
                EndpointSwitch.Lists.read(reader),
                Rates.Limits.read(reader),
                authentication,
                peers(reader, listeners, port),
                reader.warnings());
        reader.check();
        return config;
    }

    /** The settings by which the brokers know a user. */
    Map<String, String> security(KafkaLogin login) {
        return authentication
                .flatMap(Authentication::mechanism)
                .map(login::settings)
                .orElse(Map.of());
    }

    /** Whether only programs of this machine can call it there. */
    static boolean isLoopback(URI listener) {
        try {
            return InetAddress.getByName(listener.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static List<URI> advertised(ConfigReader reader, List<URI> listeners, long port) {
        var given = reader.addresses(ConfigKey.ADVERTISED_LISTENERS, "");
        if (!given.isEmpty()) {
            return given;
        }
        return reader.text(ConfigKey.HOST_NAME).stream()
                .flatMap(host -> listeners.stream()
                        .limit(1)
                        .map(first -> URI.create("%s://%s:%d"
                                .formatted(first.getScheme(), host, first.getPort() == 0 ? port : first.getPort()))))
                .toList();
    }

    private static Optional<PeerGroup> peers(ConfigReader reader, List<URI> listeners, long port) {
        return reader.text(ConfigKey.CLUSTER).map(name -> {
            var id = reader.required(ConfigKey.ID, "the proxies of a cluster know each other by it");
            var address =
                    reader.addresses(ConfigKey.CLUSTER_ADDRESS, "").stream().findFirst();
            var usual = advertised(reader, listeners, port).stream().findFirst();
            if (id.isBlank() || id.contains("/")) {
                reader.problem("%s is %s; it must be a name without a slash.".formatted(ConfigKey.ID, id));
            }
            return new PeerGroup(name, new Peer(id, address.or(() -> usual).orElseGet(() -> listeners.get(0))));
        });
    }

    private static Limits limits(ConfigReader reader) {
        long heap = Runtime.getRuntime().maxMemory();
        return new Limits(
                Duration.ofMillis(reader.number(ConfigKey.REQUEST_TIMEOUT, 1000, 0, 90_000)),
                (int) reader.number(ConfigKey.REQUEST_MAX_BYTES, 64 * MEGABYTE, 1, 1 << 30),
                (int) reader.number(ConfigKey.FETCH_MIN_BYTES, -1, -1, 10_000_000),
                Duration.ofMillis(reader.number(ConfigKey.PRODUCER_PATIENCE, 10_000, 0, 60_000)),
                Duration.ofMillis(reader.number(ConfigKey.INSTANCE_TIMEOUT, 300_000, 1_000, Integer.MAX_VALUE)),
                (int) reader.number(ConfigKey.CONSUMERS_MAX, 1000, 1, 1_000_000),
                (int) reader.number(ConfigKey.BODY_MAX, 16 * MEGABYTE, 1, 1 << 30),
                reader.number(ConfigKey.MEMORY_MAX, heap / 4, MEGABYTE, Long.MAX_VALUE));
    }
}
