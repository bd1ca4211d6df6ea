package dev.caudal.dist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a topic through a proxy, or several in turn, on a thread of its own, and makes its consumer anew whenever that has gone. Writes down
 * each record that comes again though the proxy had answered what acknowledged it.
 */
final class RestReader implements AutoCloseable {

    /** How a client acknowledges what it has read. */
    enum Kind {
        /** The next read of v1 does. */
        V1("v1", "smallest", "false"),
        /** The next read of v2 does. */
        V2("v2", "earliest", "true"),
        /** The client commits each page. */
        V2_COMMITTING("v2", "earliest", "false");

        private final String type;
        private final String reset;
        private final String autoCommit;

        Kind(String version, String reset, String autoCommit) {
            this.type = "application/vnd.kafka." + version + "+json";
            this.reset = reset;
            this.autoCommit = autoCommit;
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Kind kind;
    private final List<Integer> ports;
    private final String topic;
    private final Thread thread;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> acknowledged = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private int repeated;
    private int consumers;
    private int calls;
    private volatile boolean closed;

    /** Begins to read, in a group of its own. */
    RestReader(Kind kind, String topic, Integer... ports) {
        this.kind = kind;
        this.ports = List.of(ports);
        this.topic = topic;
        this.thread = new Thread(this::run, "reader-" + kind);
        thread.start();
    }

    /** How many records have come. */
    synchronized int size() {
        return seen.size();
    }

    /** How many records came again that had not been acknowledged, as they must. */
    synchronized int repeated() {
        return repeated;
    }

    /** How many consumers were made. */
    synchronized int consumers() {
        return consumers;
    }

    /** What may not be; empty if all is well. */
    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }

    private void run() {
        while (!closed) {
            try {
                read(create());
            } catch (IOException e) {
                pause();
            }
        }
    }

    private String create() throws IOException {
        var body = "{\"format\": \"binary\", \"auto.offset.reset\": \"%s\", \"auto.commit.enable\": \"%s\"}"
                .formatted(kind.reset, kind.autoCommit);
        var created = call("POST", "/consumers/group-" + kind, body);
        count();
        var path = URI.create(created.get("base_uri").asText()).getPath();
        if (kind != Kind.V1) {
            call("POST", path + "/subscription", "{\"topics\": [\"" + topic + "\"]}");
        }
        return path;
    }

    /** Reads until the consumer is gone. */
    private void read(String consumer) throws IOException {
        var path = consumer + (kind == Kind.V1 ? "/topics/" + topic + "?max_bytes=2000" : "/records?max_bytes=2000");
        Set<String> before = Set.of();
        while (!closed) {
            var page = places(call("GET", path, ""));
            if (kind != Kind.V2_COMMITTING && !page.isEmpty()) {
                // An empty page may mean that the cluster has not answered yet.
                acknowledge(before);
                before = page;
            }
            take(page);
            if (kind == Kind.V2_COMMITTING && !page.isEmpty()) {
                call("POST", consumer + "/offsets", "");
                acknowledge(page);
            }
        }
    }

    private synchronized void count() {
        consumers++;
    }

    private synchronized void take(Set<String> page) {
        for (var place : page) {
            if (acknowledged.contains(place)) {
                faults.add(place + " came again though it was acknowledged");
            }
            if (!seen.add(place)) {
                repeated++;
            }
        }
    }

    private synchronized void acknowledge(Set<String> page) {
        acknowledged.addAll(page);
    }

    private static Set<String> places(JsonNode page) {
        Set<String> places = new HashSet<>();
        page.forEach(record -> places.add(record.get("partition") + "-" + record.get("offset")));
        return places;
    }

    /** Asks the next proxy that listens, as a load balancer does. */
    private JsonNode call(String method, String path, String body) throws IOException {
        for (int i = 1; i < ports.size(); i++) {
            try {
                return call(ports.get(calls++ % ports.size()), method, path, body);
            } catch (ConnectException e) {
                pause();
            }
        }
        return call(ports.get(calls++ % ports.size()), method, path, body);
    }

    private JsonNode call(int port, String method, String path, String body) throws IOException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .header(method.equals("GET") ? "Accept" : "Content-Type", method.equals("GET") ? binary() : kind.type)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 * 100 != OK) {
                throw new IOException(answer.body());
            }
            return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private String binary() {
        return kind.type.replace(".kafka.", ".kafka.binary.");
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
