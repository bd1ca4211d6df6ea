package dev.caudal.server.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.cluster.ClusterRefusal;
import dev.caudal.cluster.ControlPlane;
import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;

/**
 * The Kafka clusters of this machine: those of the API of Amazon MSK, and the platform's own broker, which is called
 * {@code local}. Any thread may use it.
 */
public final class KafkaClusters {
    /** The platform's own broker. */
    public static final String LOCAL = "local";

    private static final String CLUSTERS = "/v1/clusters";
    private static final int ANSWER_MILLIS = 10_000;
    private static final int REQUEST_MILLIS = 5_000;

    private final Optional<ControlPlane> plane;
    private final String bootstrapServers;

    /**
     * Those of a platform.
     *
     * @param plane has the clusters, where the platform has them
     * @param bootstrapServers of its own broker
     */
    public KafkaClusters(Optional<ControlPlane> plane, String bootstrapServers) {
        this.plane = plane;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * All of them.
     *
     * @return each as {@code describe-cluster} shows it
     */
    public List<JsonNode> all() {
        return plane.map(there -> items(ask(there, "GET", CLUSTERS), "clusterInfoList"))
                .orElseGet(() -> List.of(withoutPlane()));
    }

    /**
     * One of them.
     *
     * @param name its name
     * @return {@code cluster} as {@code describe-cluster} shows it, {@code bootstrap} as {@code get-bootstrap-brokers},
     *     {@code nodes} as {@code list-nodes}
     * @throws Refusal when there is none
     */
    public ObjectNode one(String name) {
        var info = info(name);
        var json = Json.MAPPER.createObjectNode();
        json.set("cluster", info);
        var bootstrap = json.putObject("bootstrap");
        var nodes = json.putArray("nodes");
        if (plane.isEmpty()) {
            bootstrap.put("bootstrapBrokerString", bootstrapServers);
        } else if (hasBrokers(info)) {
            var path = path(info);
            bootstrap.setAll((ObjectNode) ask(plane.get(), "GET", path + "/bootstrap-brokers"));
            items(ask(plane.get(), "GET", path + "/nodes"), "nodeInfoList").forEach(nodes::add);
        }
        return json;
    }

    /**
     * Begins to create one.
     *
     * @param wanted what it shall be
     * @return as the API of MSK answers
     * @throws Refusal when it cannot be
     */
    public JsonNode create(NewCluster wanted) {
        var body = wanted.request().toString().getBytes(StandardCharsets.UTF_8);
        return ask(require(), "POST", CLUSTERS, body);
    }

    /**
     * Begins to delete one with all its data.
     *
     * @param name its name
     * @throws Refusal when there is none, or it is the platform's own
     */
    public void delete(String name) {
        ask(require(), "DELETE", path(info(name)));
    }

    /**
     * Restarts a broker.
     *
     * @param name the cluster's name
     * @param broker its number
     * @throws Refusal when there is none, or the cluster is busy
     */
    public void reboot(String name, int broker) {
        var body = Json.MAPPER.createObjectNode();
        body.putArray("brokerIds").add(Integer.toString(broker));
        ask(
                require(),
                "PUT",
                path(info(name)) + "/reboot-broker",
                body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Asks and orders for the brokers of one.
     *
     * @param name its name
     * @return to be closed by the caller
     * @throws Refusal when there is none, or it has no brokers now
     */
    public Admin admin(String name) {
        return Admin.create(patient(clients(name)));
    }

    /**
     * How clients reach the brokers of one.
     *
     * @param name its name
     * @return settings of Kafka's clients, with secrets
     * @throws Refusal when there is none, or it has no brokers now
     */
    public Map<String, Object> clients(String name) {
        if (name.equals(LOCAL)) {
            return Map.of("bootstrap.servers", bootstrapServers);
        }
        info(name);
        return plane.flatMap(there -> there.admin(name))
                .orElseThrow(() -> Refusal.of(
                        ProblemCode.NO_BROKERS,
                        "The cluster '%s' has no brokers to ask now.".formatted(name),
                        "Wait until it is ACTIVE."));
    }

    private static Map<String, Object> patient(Map<String, Object> settings) {
        var all = new HashMap<>(settings);
        all.put("default.api.timeout.ms", ANSWER_MILLIS);
        all.put("request.timeout.ms", REQUEST_MILLIS);
        return all;
    }

    private JsonNode info(String name) {
        return all().stream()
                .filter(each -> each.path("clusterName").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        ProblemCode.NO_SUCH_CLUSTER,
                        "There is no cluster '%s'.".formatted(name),
                        "GET /api/v1/clusters has all."));
    }

    private static boolean hasBrokers(JsonNode info) {
        return !List.of("CREATING", "FAILED", "DELETING")
                .contains(info.path("state").asText());
    }

    private ControlPlane require() {
        return plane.orElseThrow(() -> Refusal.of(
                ProblemCode.NO_CLUSTERS,
                "This platform was started without clusters.",
                "Start it by 'caudal up', which has them."));
    }

    private static String path(JsonNode info) {
        return CLUSTERS + "/" + URLEncoder.encode(info.path("clusterArn").asText(), StandardCharsets.UTF_8);
    }

    private static JsonNode ask(ControlPlane plane, String method, String path) {
        return ask(plane, method, path, new byte[0]);
    }

    private static JsonNode ask(ControlPlane plane, String method, String path, byte[] body) {
        try {
            return plane.ask(method, path, body);
        } catch (ClusterRefusal e) {
            var code = switch (e.status()) {
                case 404 -> ProblemCode.NO_SUCH_CLUSTER;
                case 409 -> ProblemCode.CLUSTER_CONFLICT;
                default -> e.status() < 500 ? ProblemCode.CLUSTER_REFUSED : ProblemCode.CLUSTER_UNAVAILABLE;
            };
            var refusal = Refusal.of(code, String.valueOf(e.getMessage()), "Change that, and try again.");
            throw e.parameter().map(NewCluster::field).map(refusal::at).orElse(refusal);
        }
    }

    private static List<JsonNode> items(JsonNode answer, String name) {
        return new ArrayList<>(
                StreamSupport.stream(answer.path(name).spliterator(), false).toList());
    }

    private JsonNode withoutPlane() {
        return Json.MAPPER
                .createObjectNode()
                .put("clusterName", LOCAL)
                .put("state", "ACTIVE")
                .put("numberOfBrokerNodes", 1);
    }
}
