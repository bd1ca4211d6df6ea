package dev.caudal.server.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.Refusal;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A cluster that somebody wants.
 *
 * @param name letters, digits and hyphens
 * @param version of Kafka
 * @param zones 2 or 3
 * @param brokers a multiple of the zones
 * @param access who may connect, and how
 */
public record NewCluster(String name, String version, int zones, int brokers, Access access) {
    private static final Set<String> FIELDS = Set.of("name", "version", "zones", "brokers", "access");

    private static final String[] SUBNETS = {"subnet-a", "subnet-b", "subnet-c"};

    /** What MSK's parameters are called here. */
    private static final Map<String, String> NAMES = Map.of(
            "clusterName", "name",
            "kafkaVersion", "version",
            "numberOfBrokerNodes", "brokers",
            "clientSubnets", "zones",
            "clientAuthentication", "access");

    /** Who may connect. */
    enum Access {
        PLAINTEXT,
        TLS,
        SCRAM,
        CERTIFICATES;

        private static Access of(String word) {
            for (var each : values()) {
                if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
                    return each;
                }
            }
            throw Refusal.invalid(
                    "access",
                    "There is no access '%s'.".formatted(word),
                    "Take plaintext, tls, scram or certificates.");
        }
    }

    /**
     * Reads one.
     *
     * @param body name, version, zones, brokers and access; only the name is required
     * @return what is wanted; the clusters themselves look whether it can be
     * @throws Refusal naming the field that is wrong
     */
    public static NewCluster of(JsonNode body) {
        body.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                throw Refusal.invalid(
                        field, "A cluster has no field '%s' here.".formatted(field), "It has " + FIELDS + ".");
            }
        });
        int zones = body.path("zones").asInt(2);
        if (zones < 2 || zones > SUBNETS.length) {
            throw Refusal.invalid("zones", "zones is %d.".formatted(zones), "Take 2 or 3.");
        }
        return new NewCluster(
                body.path("name").asText(""),
                body.path("version").asText("4.3.1"),
                zones,
                body.path("brokers").asInt(zones),
                Access.of(body.path("access").asText("plaintext")));
    }

    /** The field that a parameter of MSK's is here. */
    static String field(String parameter) {
        return NAMES.getOrDefault(parameter, parameter);
    }

    /** As MSK is asked. */
    ObjectNode request() {
        var json = Json.MAPPER
                .createObjectNode()
                .put("clusterName", name)
                .put("kafkaVersion", version)
                .put("numberOfBrokerNodes", brokers);
        var group = json.putObject("brokerNodeGroupInfo").put("instanceType", "kafka.t3.small");
        var subnets = group.putArray("clientSubnets");
        for (int zone = 0; zone < zones; zone++) {
            subnets.add(SUBNETS[zone]);
        }
        json.putObject("encryptionInfo")
                .putObject("encryptionInTransit")
                .put("clientBroker", access == Access.PLAINTEXT ? "PLAINTEXT" : "TLS")
                .put("inCluster", access != Access.PLAINTEXT);
        if (access == Access.SCRAM) {
            json.putObject("clientAuthentication")
                    .putObject("sasl")
                    .putObject("scram")
                    .put("enabled", true);
        } else if (access == Access.CERTIFICATES) {
            json.putObject("clientAuthentication").putObject("tls").put("enabled", true);
        }
        return json;
    }
}
