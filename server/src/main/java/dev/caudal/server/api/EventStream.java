package dev.caudal.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.server.definition.Json;
import dev.caudal.server.monitor.Monitor;
import dev.caudal.server.monitor.TaskNote;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What one client is sent: snapshots of its topics when they have changed, at most twice a second, and what happened,
 * each once. The id of every event is that of the last thing that happened, so a client that comes back with it misses
 * nothing that is kept. Runs on the client's thread until it goes.
 */
final class EventStream {

    static final String TASKS = "tasks";
    static final String TASK = "task:";

    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Jersey sends nothing, whatever is flushed, before as much has been written. */
    private static final int BUFFER = 8192;

    private final Monitor monitor;
    private final TaskViews views;
    private final List<String> topics;
    private final OutputStream out;
    private final Map<String, JsonNode> sent = new HashMap<>();
    private long last;
    private long spoke = System.nanoTime();

    EventStream(Monitor monitor, List<String> topics, long after, OutputStream out) {
        this.monitor = monitor;
        this.views = new TaskViews(monitor);
        this.topics = topics;
        this.last = after;
        this.out = out;
    }

    /** Sends until the client goes, or the server stops. */
    void run(BooleanSupplier closed) throws IOException {
        write("retry: 2000\n:" + " ".repeat(BUFFER) + "\n\n");
        try {
            while (!closed.getAsBoolean()) {
                notes();
                for (var topic : topics) {
                    snapshot(topic);
                }
                if (System.nanoTime() - spoke > HEARTBEAT.toNanos()) {
                    write(": still here\n\n");
                }
                out.flush();
                Thread.sleep(TICK.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void notes() throws IOException {
        var names = topics.contains(TASKS)
                ? monitor.names()
                : topics.stream().map(topic -> topic.substring(TASK.length())).toList();
        var notes = names.stream()
                .flatMap(name -> monitor.notes(name, last).stream())
                .sorted(Comparator.comparingLong(TaskNote::id))
                .toList();
        for (var note : notes) {
            last = note.id();
            event("note", TaskViews.note(note));
        }
    }

    private void snapshot(String topic) throws IOException {
        var now = topic.equals(TASKS) ? Optional.of(tasks()) : task(topic.substring(TASK.length()));
        if (now.isPresent() && !now.get().equals(sent.put(topic, now.get()))) {
            event(topic.equals(TASKS) ? TASKS : "task", now.get());
        }
    }

    private JsonNode tasks() {
        var all = Json.MAPPER.createObjectNode();
        var items = all.putArray("items");
        monitor.names().stream()
                .flatMap(name -> monitor.report(name).stream())
                .forEach(report -> items.add(views.line(report)));
        var alerts = all.putArray("alerts");
        monitor.alerts().forEach(alert -> alerts.add(alert.json()));
        return all;
    }

    private Optional<JsonNode> task(String name) {
        return monitor.report(name).map(views::whole);
    }

    private void event(String name, JsonNode data) throws IOException {
        write("event: " + name + "\nid: " + last + "\ndata: " + data + "\n\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        spoke = System.nanoTime();
    }
}
