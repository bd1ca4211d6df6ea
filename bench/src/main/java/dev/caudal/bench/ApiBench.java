package dev.caudal.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.Port;
import dev.caudal.server.Platform;
import dev.caudal.server.PlatformSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The platform's API with many tasks, of which some run, and a source with many tables. */
final class ApiBench {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WIDE = "wide";
    private static final int WARM_UP = 200;

    private final Settings settings;
    private final LocalDirectory folder;
    private final Path programs;
    private final Consumer<String> notes;
    private final HttpClient http = HttpClient.newHttpClient();
    private URI root = URI.create("http://127.0.0.1/");

    /** How much of everything. */
    record Settings(int tasks, int running, int tables, int requests) {}

    ApiBench(Settings settings, LocalDirectory folder, Path programs, Consumer<String> notes) {
        this.settings = settings;
        this.folder = folder;
        this.programs = programs;
        this.notes = notes;
    }

    /** Does it all; milliseconds by what was measured. */
    Map<String, Double> run() throws IOException, InterruptedException, SQLException {
        var fresh = new LocalDirectory(folder.root().resolve("api-" + System.currentTimeMillis()));
        try (var database = BenchDatabase.start(new LocalDirectory(folder.root().resolve("api-source")), programs);
                var platform = Platform.start(
                        new PlatformSettings(fresh, Port.any(), Port.any(), Optional.empty()),
                        (part, took) -> notes.accept(part))) {
            root = URI.create("http://127.0.0.1:%d/api/v1/".formatted(platform.apiPort()));
            fill(database);
            define(database, platform);
            return measure();
        }
    }

    private void fill(BenchDatabase database) throws SQLException {
        notes.accept("Making %d tables.".formatted(settings.tables()));
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("SET sql_log_bin = 0");
            statement.execute("CREATE DATABASE IF NOT EXISTS many");
            statement.execute("CREATE TABLE IF NOT EXISTS many.t (id INT PRIMARY KEY)");
            for (int number = 0; number < settings.tables(); number++) {
                statement.execute(
                        "CREATE TABLE IF NOT EXISTS many.t%05d (id INT PRIMARY KEY) ENGINE=MEMORY".formatted(number));
            }
        }
    }

    private void define(BenchDatabase database, Platform platform) throws IOException, InterruptedException {
        notes.accept("Defining %d tasks.".formatted(settings.tasks()));
        var source = JSON.createObjectNode().put("name", "source").put("type", "mysql");
        source.putObject("settings")
                .put("host", "127.0.0.1")
                .put("port", database.port())
                .put("user", database.user().name())
                .put("password", database.user().password());
        send("POST", "endpoints", source, "");
        var target = JSON.createObjectNode().put("name", "target").put("type", "kafka");
        target.putObject("settings").put("bootstrap-servers", platform.bootstrapServers());
        send("POST", "endpoints", target, "");
        for (int number = 0; number < settings.tasks(); number++) {
            send("POST", "tasks", task(name(number), "many.t"), "");
        }
        send("POST", "tasks", task(WIDE, "many.t"), "");
        notes.accept("Running %d of them.".formatted(settings.running()));
        for (int number = 0; number < settings.running(); number++) {
            send("POST", "tasks/" + name(number) + "/run", JSON.createObjectNode(), "");
        }
    }

    private Map<String, Double> measure() throws IOException, InterruptedException {
        notes.accept("Asking.");
        var figures = new LinkedHashMap<String, Double>();
        double worst = 0;
        for (var path : List.of("tasks", "tasks/" + name(0), "tasks/" + name(0) + "/status", "endpoints", "about")) {
            double[] millis = asked(path);
            figures.put("GET " + path + ", p50", quantile(millis, 0.5));
            figures.put("GET " + path + ", p99", quantile(millis, 0.99));
            worst = Math.max(worst, quantile(millis, 0.99));
        }
        figures.put("api_p99", worst);
        var selecting = new double[5];
        for (int run = 0; run < selecting.length; run++) {
            long start = System.nanoTime();
            var wide = send("GET", "tasks/" + WIDE, JSON.createObjectNode(), "");
            var selected = task(WIDE, run % 2 == 0 ? "many.%" : "many.t0%");
            send("PUT", "tasks/" + WIDE, selected, wide.path("version").asText());
            send("POST", "tasks/" + WIDE + "/match", JSON.createObjectNode(), "");
            selecting[run] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(selecting);
        figures.put("table_select", selecting[selecting.length - 1]);
        return figures;
    }

    private double[] asked(String path) throws IOException, InterruptedException {
        for (int run = 0; run < Math.min(WARM_UP, settings.requests()); run++) {
            send("GET", path, JSON.createObjectNode(), "");
        }
        var millis = new double[settings.requests()];
        for (int run = 0; run < millis.length; run++) {
            long start = System.nanoTime();
            send("GET", path, JSON.createObjectNode(), "");
            millis[run] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis;
    }

    private static double quantile(double[] ascending, double share) {
        return ascending[(int) Math.min(ascending.length - 1, Math.round(share * ascending.length))];
    }

    private static ObjectNode task(String name, String pattern) {
        var task = JSON.createObjectNode()
                .put("name", name)
                .put("source", "source")
                .put("target", "target");
        task.putObject("tables").putArray("include").addObject().put("pattern", pattern);
        task.putObject("settings").put("topic", name);
        return task;
    }

    private static String name(int number) {
        return "task-%03d".formatted(number);
    }

    private JsonNode send(String method, String path, ObjectNode body, String seen)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(root.resolve(path));
        if (!seen.isEmpty()) {
            request.header("If-Match", "\"" + seen + "\"");
        }
        if (method.equals("GET")) {
            request.GET();
        } else {
            request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body.toString()));
        }
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new BenchFailure(
                    "%s %s was answered with %d: %s".formatted(method, path, answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body());
    }
}
