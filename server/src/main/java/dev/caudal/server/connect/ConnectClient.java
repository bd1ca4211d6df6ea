package dev.caudal.server.connect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.PlatformException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** The HTTP API of a Kafka Connect worker. Any thread may call it. */
public final class ConnectClient {
    private final ConnectHttp http;

    /**
     * A client of one worker.
     *
     * @param root the address of its API, ending with a slash
     */
    public ConnectClient(URI root) {
        this(new ConnectHttp(root, Optional.empty()));
    }

    private ConnectClient(ConnectHttp http) {
        this.http = http;
    }

    /**
     * A client of the worker on this machine.
     *
     * @param port its port
     * @return the client
     */
    public static ConnectClient local(int port) {
        return new ConnectClient(URI.create("http://127.0.0.1:" + port + "/"));
    }

    /**
     * The same with the password of a platform's worker.
     *
     * @param password as in {@link ConnectPassword}
     * @return another client
     */
    public ConnectClient withPassword(String password) {
        return new ConnectClient(http.authorized(ConnectPassword.header(password)));
    }

    /**
     * The worker's address.
     *
     * @return ends with a slash
     */
    public URI root() {
        return http.root();
    }

    /**
     * Whether the worker has joined its group and can serve.
     *
     * @return false also when it does not answer
     */
    public boolean isHealthy() {
        return http.isHealthy();
    }

    /**
     * Waits until the worker can serve.
     *
     * @param limit how long
     * @throws PlatformException when it cannot by then
     */
    public void awaitHealth(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!isHealthy()) {
            if (System.nanoTime() - end > 0) {
                throw new PlatformException("The Connect worker at %s is not ready after %d s. Its log says why."
                        .formatted(root(), limit.toSeconds()));
            }
            http.pause();
        }
    }

    /**
     * The names of all connectors.
     *
     * @return in no order
     */
    public List<String> connectors() {
        return StreamSupport.stream(http.send("GET", "connectors", "").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /**
     * All connectors with their configurations and how they are.
     *
     * @return by name; a connector that has not begun to start has no state yet
     */
    public List<Connector> all() {
        var infos = http.send("GET", "connectors?expand=info", "");
        var statuses = http.send("GET", "connectors?expand=status", "");
        return infos.properties().stream()
                .map(each -> Connector.of(
                        each.getKey(),
                        each.getValue().path("info").path("config"),
                        statuses.path(each.getKey()).path("status")))
                .sorted(Comparator.comparing(Connector::name))
                .toList();
    }

    /**
     * One connector with its configuration and how it is.
     *
     * @param connector its name
     * @return empty when there is none
     */
    public Optional<Connector> find(String connector) {
        return http.find(path(connector, "/config")).map(configuration -> {
            var status = http.find(path(connector, "/status")).orElseGet(Json.MAPPER::createObjectNode);
            return Connector.of(connector, configuration, status);
        });
    }

    /**
     * Creates a connector or changes its configuration.
     *
     * @param connector its name
     * @param configuration all its keys and values
     */
    public void put(String connector, Map<String, String> configuration) {
        var unused = http.send("PUT", path(connector, "/config"), json(configuration));
    }

    /**
     * Creates a connector that does not run, so that its offsets can be set before {@link #resume}.
     *
     * @param connector its name
     * @param configuration all its keys and values
     */
    public void createStopped(String connector, Map<String, String> configuration) {
        var body = Json.MAPPER.createObjectNode().put("name", connector).put("initial_state", "STOPPED");
        body.set("config", Json.MAPPER.valueToTree(configuration));
        var unused = http.send("POST", "connectors", body.toString());
    }

    /**
     * How a connector and its tasks are.
     *
     * @param connector its name
     * @return its state; empty while there is no such connector, or none that has started
     */
    public Optional<ConnectorStatus> status(String connector) {
        return http.find(path(connector, "/status")).map(ConnectorStatus::of);
    }

    /**
     * Stops a connector's tasks and keeps its configuration and offsets.
     *
     * @param connector its name
     */
    public void stop(String connector) {
        var unused = http.send("PUT", path(connector, "/stop"), "");
    }

    /**
     * Runs a stopped connector again.
     *
     * @param connector its name
     */
    public void resume(String connector) {
        var unused = http.send("PUT", path(connector, "/resume"), "");
    }

    /**
     * Lets a connector's tasks wait where they are.
     *
     * @param connector its name
     */
    public void pause(String connector) {
        var unused = http.send("PUT", path(connector, "/pause"), "");
    }

    /**
     * Starts a connector and its tasks anew.
     *
     * @param connector its name
     */
    public void restart(String connector) {
        var unused = http.send("POST", path(connector, "/restart?includeTasks=true"), "");
    }

    /**
     * Asks a connector whether settings are right, without creating one.
     *
     * @param configuration all keys and values, among them {@code connector.class}
     * @return the errors by setting; empty when there are none
     */
    public Map<String, List<String>> validate(Map<String, String> configuration) {
        var type = configuration.getOrDefault("connector.class", "");
        var answer = http.send("PUT", "connector-plugins/" + type + "/config/validate", json(configuration));
        var errors = new TreeMap<String, List<String>>();
        for (var each : answer.path("configs")) {
            var value = each.path("value");
            var texts = StreamSupport.stream(value.path("errors").spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
            if (!texts.isEmpty()) {
                errors.put(value.path("name").asText(), texts);
            }
        }
        return errors;
    }

    /**
     * Removes a connector; its offsets stay.
     *
     * @param connector its name
     */
    public void delete(String connector) {
        var unused = http.send("DELETE", path(connector, ""), "");
    }

    /**
     * Where a connector is.
     *
     * @param connector its name
     * @return the API's body: {@code {"offsets": [{"partition": …, "offset": …}]}}
     */
    public JsonNode offsets(String connector) {
        return http.send("GET", path(connector, "/offsets"), "");
    }

    /**
     * Puts a stopped connector elsewhere.
     *
     * @param connector its name
     * @param offsets a body as {@link #offsets} returns it
     */
    public void patchOffsets(String connector, JsonNode offsets) {
        var unused = http.send("PATCH", path(connector, "/offsets"), offsets.toString());
    }

    /**
     * Makes a stopped connector begin anew.
     *
     * @param connector its name
     */
    public void deleteOffsets(String connector) {
        var unused = http.send("DELETE", path(connector, "/offsets"), "");
    }

    /**
     * The level of a logger in the worker that is asked.
     *
     * @param logger its name
     * @return empty where the worker does not know it
     */
    public Optional<String> loggerLevel(String logger) {
        return http.find(loggerPath(logger)).map(answer -> answer.path("level").asText());
    }

    /**
     * Changes the level of a logger in all workers, until they are started again.
     *
     * @param logger its name
     * @param level as {@code DEBUG}
     */
    public void setLoggerLevel(String logger, String level) {
        var body = Json.MAPPER.createObjectNode().put("level", level);
        var unused = http.send("PUT", loggerPath(logger) + "?scope=cluster", body.toString());
    }

    private static String loggerPath(String logger) {
        return "admin/loggers/" + segment(logger);
    }

    private static String path(String connector, String rest) {
        return "connectors/" + segment(connector) + rest;
    }

    private static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String json(Map<String, String> map) {
        return Json.MAPPER.valueToTree(map).toString();
    }
}
