package dev.caudal.cluster;

import java.util.List;

/**
 * How clients of a cluster tell who they are.
 *
 * @param scram by a name and a password, SASL/SCRAM
 * @param tls by a certificate
 * @param unauthenticated whether they need not
 * @param authorities the ARNs of the authorities whose certificates are taken
 */
record ClientAuthentication(boolean scram, boolean tls, boolean unauthenticated, List<String> authorities) {
    /** What a cluster has that was not asked for a login. */
    static final ClientAuthentication NONE = new ClientAuthentication(false, false, true, List.of());

    ClientAuthentication {
        authorities = List.copyOf(authorities);
    }

    /** Reads and checks {@code clientAuthentication} of a request for a cluster with that encryption. */
    static ClientAuthentication of(Fields request, Encryption encryption, String authority) {
        var sasl = request.object("sasl");
        var tls = request.object("tls");
        boolean scram = enabled(sasl.object("scram"));
        boolean certificates = enabled(tls);
        boolean open = request.object("unauthenticated").flag("enabled").orElse(!scram && !certificates);
        if (enabled(sasl.object("iam"))) {
            throw ApiError.notBuilt("clientAuthentication", "Authentication by IAM");
        }
        if (!scram && !certificates && !open) {
            throw ApiError.badRequest(
                    "clientAuthentication", "Nobody could connect: enable one of sasl.scram, tls and unauthenticated.");
        }
        var login = new ClientAuthentication(
                scram, certificates, open, certificates ? authorities(tls, authority) : List.of());
        login.check(encryption);
        return login;
    }

    /** Throws unless it goes with an encryption. */
    void check(Encryption encryption) {
        if (scram && encryption.clientBroker() != ClientBroker.TLS) {
            throw ApiError.badRequest(
                    "clientAuthentication",
                    "SASL/SCRAM requires encryption between clients and brokers: clientBroker has to be TLS, not %s."
                            .formatted(encryption.clientBroker()));
        }
        if (tls && encryption.clientBroker() == ClientBroker.PLAINTEXT) {
            throw ApiError.badRequest(
                    "clientAuthentication",
                    "Authentication by certificates requires clientBroker TLS or TLS_PLAINTEXT, not PLAINTEXT.");
        }
        if ((scram || tls) && !encryption.inCluster()) {
            throw ApiError.badRequest(
                    "clientAuthentication",
                    "Authentication of clients requires encryption between brokers: inCluster has to be true.");
        }
    }

    private static List<String> authorities(Fields tls, String own) {
        var all = tls.texts("certificateAuthorityArnList");
        if (!all.stream().allMatch(own::equals)) {
            throw ApiError.badRequest(
                    "certificateAuthorityArnList",
                    "The platform takes certificates of its own authority only, %s; there is none of %s."
                            .formatted(own, all));
        }
        return List.of(own);
    }

    private static boolean enabled(Fields kind) {
        return kind.flag("enabled").orElse(false);
    }
}
