package dev.caudal.cluster;

import dev.caudal.cluster.tls.CertificateAuthority;
import dev.caudal.cluster.tls.ClientContext;
import dev.caudal.cluster.tls.Identity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.SocketFactory;

/**
 * Keys and certificates of the clusters. Two authorities sign them: one for each cluster, which only its brokers and the
 * platform have certificates of, and one of the platform, which clients trust and have their certificates from. So nobody
 * can pass for a broker who is only a client.
 *
 * <p>Any thread may call it.
 */
final class NodeTls {
    /** What a client's certificate cannot say. */
    private static final String BROKER = "CN=broker,O=Caudal local cluster";

    private static final String PLATFORM = "CN=platform,O=Caudal local cluster";
    private static final Duration INTERNAL_LIFE = Duration.ofDays(10 * 365);

    /** How long a certificate that clients see is good. */
    private static final Duration LIFE = Duration.ofDays(90);

    /** How long before its end it is replaced. */
    private static final Duration RENEWAL = Duration.ofDays(30);

    private final Path platform;
    private final Definitions files;
    private final Clock clock;

    NodeTls(Path platform, Definitions files, Clock clock) {
        this.platform = platform;
        this.files = files;
        this.clock = clock;
    }

    /** What its brokers know of encryption and of who may do what; empty for a cluster without. */
    Map<String, String> settings(Definition cluster, Node node) {
        var all = new TreeMap<String, String>();
        if (cluster.spec().encryption().inCluster()) {
            all.putAll(internal(cluster, node));
        }
        for (var listener : Listener.of(cluster.spec())) {
            if (listener.isEncrypted()) {
                var prefix = prefix(listener);
                all.putAll(stores(prefix, server(cluster, node), clients()));
                all.put(
                        prefix + "ssl.client.auth",
                        clientAuth(listener, cluster.spec().authentication()));
            }
        }
        if (cluster.spec().authentication().scram()) {
            BrokerSecurity.scram().forEach((name, value) -> all.put(prefix(Listener.CLIENT_SASL_SCRAM) + name, value));
        }
        return all;
    }

    /** Sockets to where its brokers talk to each other. */
    SocketFactory sockets(Definition cluster) {
        if (!cluster.spec().encryption().inCluster()) {
            return SocketFactory.getDefault();
        }
        var authority = authority(cluster);
        return ClientContext.sockets(authority.certificate(), authority.issue(PLATFORM, List.of(), INTERNAL_LIFE));
    }

    /** What a client of Kafka needs to be the platform, which may do everything. */
    Map<String, Object> client(Definition cluster) {
        if (!cluster.spec().encryption().inCluster()) {
            return Map.of();
        }
        var authority = authority(cluster);
        var identity = authority.issue(PLATFORM, List.of(), INTERNAL_LIFE);
        return Map.of(
                "security.protocol",
                "SSL",
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.certificates",
                authority.text(),
                "ssl.keystore.type",
                "PEM",
                "ssl.keystore.key",
                identity.keyText(),
                "ssl.keystore.certificate.chain",
                identity.chainText());
    }

    /**
     * Makes the certificate that clients of a broker see anew, if it ends soon.
     *
     * @return whether the running broker shows the one that it shall
     */
    boolean isCurrent(Definition cluster, Node node) {
        var secure = Listener.of(cluster.spec()).stream()
                .filter(Listener::isEncrypted)
                .findFirst();
        return secure.isEmpty()
                || ClientContext.shown(
                                node.inetAddress(),
                                secure.get().port(),
                                clients().certificate())
                        .equals(Optional.of(Identity.read(server(cluster, node)).certificate()));
    }

    /** The setting that a broker is told again when the file behind it is a new one. */
    Map<String, String> renewed(Definition cluster, Node node) {
        var all = new TreeMap<String, String>();
        for (var listener : Listener.of(cluster.spec())) {
            if (listener.isEncrypted()) {
                all.put(
                        prefix(listener) + "ssl.keystore.location",
                        serverFile(cluster, node).toString());
            }
        }
        return all;
    }

    private Map<String, String> internal(Definition cluster, Node node) {
        var authority = authority(cluster);
        var file = files.data(cluster.arn().name(), node).resolve("internal.pem");
        if (!Files.exists(file)) {
            authority.issue(BROKER, List.of(node.address()), INTERNAL_LIFE).write(file);
        }
        var all = new TreeMap<>(stores("", file, authority));
        all.put("ssl.client.auth", "required");
        all.putAll(BrokerSecurity.lists("User:%s;User:%s".formatted(BROKER, PLATFORM)));
        return all;
    }

    private static Map<String, String> stores(String prefix, Path keys, CertificateAuthority trusted) {
        var all = new TreeMap<String, String>();
        BrokerSecurity.keys(keys).forEach((name, value) -> all.put(prefix + name, value));
        all.put(prefix + "ssl.truststore.type", "PEM");
        all.put(prefix + "ssl.truststore.location", trusted.file().toString());
        return all;
    }

    private static String clientAuth(Listener listener, ClientAuthentication login) {
        if (listener != Listener.CLIENT_SECURE || !login.tls()) {
            return "none";
        }
        return login.unauthenticated() ? "requested" : "required";
    }

    /** The file with the certificate that clients of a broker see, made anew if it ends soon. */
    private Path server(Definition cluster, Node node) {
        var file = serverFile(cluster, node);
        if (!Files.exists(file)
                || Identity.read(file).expires().isBefore(clock.instant().plus(RENEWAL))) {
            clients()
                    .issue("CN=" + node.address(), List.of(node.address()), LIFE)
                    .write(file);
        }
        return file;
    }

    private Path serverFile(Definition cluster, Node node) {
        return files.data(cluster.arn().name(), node).resolve("server.pem");
    }

    private CertificateAuthority clients() {
        return CertificateAuthority.open(platform, "Caudal", clock);
    }

    private CertificateAuthority authority(Definition cluster) {
        var name = cluster.arn().name();
        return CertificateAuthority.open(files.home(name).resolve("authority"), "Caudal " + name, clock);
    }

    private static String prefix(Listener listener) {
        return "listener.name." + listener.name().toLowerCase(Locale.ROOT) + ".";
    }
}
