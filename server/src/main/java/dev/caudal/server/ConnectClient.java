package dev.caudal.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * The HTTP API of a Kafka Connect worker. Any thread may call it.
 *
 * <p>While the workers' group sorts itself out they answer 409, or some requests 500 with these words; such requests are
 * repeated for half a minute.
 */
public final class ConnectClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(90);
    private static final Duration SETTLING = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;

    private final URI root;
    private final Optional<String> authorization;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    /**
     * A client of one worker.
     *
     * @param root the address of its API, ending with a slash
     */
    public ConnectClient(URI root) {
        this(root, Optional.empty());
    }

    private ConnectClient(URI root, Optional<String> authorization) {
        this.root = root;
        this.authorization = authorization;
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
        return new ConnectClient(root, Optional.of(ConnectDoorFilter.header(password)));
    }

    /**
     * The worker's address.
     *
     * @return ends with a slash
     */
    public URI root() {
        return root;
    }

    /**
     * Whether the worker has joined its group and can serve.
     *
     * @return false also when it does not answer
     */
    public boolean isHealthy() {
        try {
            return exchange("GET", "health", "").statusCode() == 200;
        } catch (PlatformException e) {
            return false;
        }
    }

    /**
     * Waits until the worker can serve.
     *
     * @param limit how long
     * @throws PlatformException when it cannot by then
     */
    void awaitHealth(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!isHealthy()) {
            if (System.nanoTime() - end > 0) {
                throw new PlatformException("The Connect worker at %s is not ready after %d s. Its log says why."
                        .formatted(root, limit.toSeconds()));
            }
            pause();
        }
    }

    /**
     * The names of all connectors.
     *
     * @return in no order
     */
    public List<String> connectors() {
        return StreamSupport.stream(send("GET", "connectors", "").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /**
     * All connectors with their configurations and how they are.
     *
     * @return by name; a connector that has not begun to start has no state yet
     */
    public List<Connector> all() {
        var infos = send("GET", "connectors?expand=info", "");
        var statuses = send("GET", "connectors?expand=status", "");
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
        return found("GET", path(connector, "/config")).map(configuration -> {
            var status = found("GET", path(connector, "/status")).orElseGet(JSON::createObjectNode);
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
        var unused = send("PUT", path(connector, "/config"), json(configuration));
    }

    /**
     * Creates a connector that does not run, so that its offsets can be set before {@link #resume}.
     *
     * @param connector its name
     * @param configuration all its keys and values
     */
    public void createStopped(String connector, Map<String, String> configuration) {
        var body = JSON.createObjectNode().put("name", connector).put("initial_state", "STOPPED");
        body.set("config", JSON.valueToTree(configuration));
        var unused = send("POST", "connectors", body.toString());
    }

    /**
     * How a connector and its tasks are.
     *
     * @param connector its name
     * @return its state; empty while there is no such connector, or none that has started
     */
    public Optional<ConnectorStatus> status(String connector) {
        return found("GET", path(connector, "/status")).map(ConnectorStatus::of);
    }

    /**
     * Stops a connector's tasks and keeps its configuration and offsets.
     *
     * @param connector its name
     */
    public void stop(String connector) {
        var unused = send("PUT", path(connector, "/stop"), "");
    }

    /**
     * Runs a stopped connector again.
     *
     * @param connector its name
     */
    public void resume(String connector) {
        var unused = send("PUT", path(connector, "/resume"), "");
    }

    /**
     * Lets a connector's tasks wait where they are.
     *
     * @param connector its name
     */
    public void pause(String connector) {
        var unused = send("PUT", path(connector, "/pause"), "");
    }

    /**
     * Starts a connector and its tasks anew.
     *
     * @param connector its name
     */
    public void restart(String connector) {
        var unused = send("POST", path(connector, "/restart?includeTasks=true"), "");
    }

    /**
     * Asks a connector whether settings are right, without creating one.
     *
     * @param configuration all keys and values, among them {@code connector.class}
     * @return the errors by setting; empty when there are none
     */
    public Map<String, List<String>> validate(Map<String, String> configuration) {
        var type = configuration.getOrDefault("connector.class", "");
        var answer = send("PUT", "connector-plugins/" + type + "/config/validate", json(configuration));
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
        var unused = send("DELETE", path(connector, ""), "");
    }

    /**
     * Where a connector is.
     *
     * @param connector its name
     * @return the API's body: {@code {"offsets": [{"partition": …, "offset": …}]}}
     */
    public JsonNode offsets(String connector) {
        return send("GET", path(connector, "/offsets"), "");
    }

    /**
     * Puts a stopped connector elsewhere.
     *
     * @param connector its name
     * @param offsets a body as {@link #offsets} returns it
     */
    public void patchOffsets(String connector, JsonNode offsets) {
        var unused = send("PATCH", path(connector, "/offsets"), offsets.toString());
    }

    /**
     * Makes a stopped connector begin anew.
     *
     * @param connector its name
     */
    public void deleteOffsets(String connector) {
        var unused = send("DELETE", path(connector, "/offsets"), "");
    }

    /**
     * The level of a logger in the worker that is asked.
     *
     * @param logger its name
     * @return empty where the worker does not know it
     */
    public Optional<String> loggerLevel(String logger) {
        return found("GET", loggerPath(logger))
                .map(answer -> answer.path("level").asText());
    }

    /**
     * Changes the level of a logger in all workers, until they are started again.
     *
     * @param logger its name
     * @param level as {@code DEBUG}
     */
    public void setLoggerLevel(String logger, String level) {
        var body = JSON.createObjectNode().put("level", level);
        var unused = send("PUT", loggerPath(logger) + "?scope=cluster", body.toString());
    }

    private static String loggerPath(String logger) {
        return "admin/loggers/" + segment(logger);
    }

    private Optional<JsonNode> found(String method, String path) {
        try {
            return Optional.of(send(method, path, ""));
        } catch (ConnectRefusal e) {
            if (e.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private JsonNode send(String method, String path, String body) {
        long end = System.nanoTime() + SETTLING.toNanos();
        var answer = exchange(method, path, body);
        while (isUnsettled(answer) && System.nanoTime() - end < 0) {
            pause();
            answer = exchange(method, path, body);
        }
        if (answer.statusCode() >= 300) {
            throw new ConnectRefusal(method + " " + root.resolve(path), answer.statusCode(), message(answer.body()));
        }
        return parse(answer.body());
    }

    private static boolean isUnsettled(HttpResponse<String> answer) {
        return answer.statusCode() == CONFLICT
                || answer.statusCode() == 500 && message(answer.body()).contains("a rebalance is expected");
    }

    private HttpResponse<String> exchange(String method, String path, String body) {
        var builder = HttpRequest.newBuilder(root.resolve(path))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        authorization.ifPresent(value -> builder.header("Authorization", value));
        var request = builder.build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new PlatformException("The Connect worker at %s does not answer (%s).".formatted(root, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("Interrupted while waiting for the Connect worker.", e);
        }
    }

    private static String path(String connector, String rest) {
        return "connectors/" + segment(connector) + rest;
    }

    private static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String json(Map<String, String> map) {
        return JSON.valueToTree(map).toString();
    }

    private static String message(String body) {
        return parse(body).path("message").asText(body);
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("Interrupted while waiting for the Connect worker.", e);
        }
    }
}
