package dev.caudal.cluster;

import java.util.Arrays;
import java.util.List;

/** Where a broker serves its clients, with MSK's names and ports. */
enum Listener {
    CLIENT(9092, "PLAINTEXT", "bootstrapBrokerString"),
    CLIENT_SECURE(9094, "SSL", "bootstrapBrokerStringTls"),
    CLIENT_SASL_SCRAM(9096, "SASL_SSL", "bootstrapBrokerStringSaslScram");

    /** MSK's name of the string of brokers for clients from outside its network who have passwords. */
    static final String PUBLIC_SCRAM = "bootstrapBrokerStringPublicSaslScram";

    private final int port;
    private final String protocol;
    private final String bootstrap;

    Listener(int port, String protocol, String bootstrap) {
        this.port = port;
        this.protocol = protocol;
        this.bootstrap = bootstrap;
    }

    /** Those that a cluster of a kind has. */
    static List<Listener> of(ClusterSpec spec) {
        return Arrays.stream(values()).filter(each -> each.isIn(spec)).toList();
    }

    private boolean isIn(ClusterSpec spec) {
        var login = spec.authentication();
        var clients = spec.encryption().clientBroker();
        return switch (this) {
            case CLIENT -> clients != ClientBroker.TLS;
            case CLIENT_SECURE -> clients != ClientBroker.PLAINTEXT && (login.tls() || login.unauthenticated());
            case CLIENT_SASL_SCRAM -> login.scram();
        };
    }

    int port() {
        return port;
    }

    /** Kafka's name of how it is secured. */
    String protocol() {
        return protocol;
    }

    /** MSK's name of the string of brokers. */
    String bootstrap() {
        return bootstrap;
    }

    boolean isEncrypted() {
        return this != CLIENT;
    }
}
