package dev.caudal.cluster;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** How brokers ask who a client is and what it may do: those of clusters, and the platform's own. */
public final class BrokerSecurity {
    private BrokerSecurity() {}

    /**
     * A listener of {@code SASL_SSL} that asks for name and password, SCRAM-SHA-512.
     *
     * @param identity the file with the broker's key and certificates, in PEM
     * @return settings of the listener, without its prefix
     */
    public static Map<String, String> passwords(Path identity) {
        var all = new TreeMap<>(keys(identity));
        all.putAll(scram());
        all.put("ssl.client.auth", "none");
        return all;
    }

    /**
     * Access control lists, Kafka's own. Everybody may do what no list speaks of, as in MSK.
     *
     * @param principals who may do everything, separated by semicolons
     * @return settings of a broker
     */
    public static Map<String, String> lists(String principals) {
        return Map.of(
                "authorizer.class.name",
                "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "super.users",
                principals,
                "allow.everyone.if.no.acl.found",
                "true");
    }

    /** What a listener shows. */
    static Map<String, String> keys(Path identity) {
        return Map.of("ssl.keystore.type", "PEM", "ssl.keystore.location", identity.toString());
    }

    /** What a listener asks for. */
    static Map<String, String> scram() {
        return Map.of(
                "sasl.enabled.mechanisms",
                "SCRAM-SHA-512",
                "scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    }
}
