package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caudal.core.AtMessage;
import dev.caudal.core.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A source under test with all that it sent; it can stop and go on from its offsets, as Connect would make it. */
final class Capture implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SourceConfig config;
    private final Map<Map<String, String>, Map<String, Object>> offsets;
    private final ArrayDeque<Message> waiting = new ArrayDeque<>();
    private final List<DataError> errors = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private TaskState state;
    private MySqlSource source;

    /** Starts to capture where {@code offsets} say, which are not changed. */
    Capture(SourceConfig config, Map<Map<String, String>, Map<String, Object>> offsets) {
        this.config = config;
        this.offsets = new HashMap<>(offsets);
        this.state = TaskState.of(this.offsets);
        this.source = start();
    }

    /** Starts a new task. */
    static Capture start(SourceSettings settings) {
        return new Capture(settings.config(), Map.of());
    }

    private MySqlSource start() {
        return MySqlSource.start(
                config,
                state,
                8 << 20,
                (event, text) -> {
                    synchronized (events) {
                        events.add(event + ": " + text);
                    }
                },
                Duration.ofMillis(200));
    }

    /** The source's next batch, delivered: its messages and the offsets behind it are taken over. */
    Optional<Batch> batch(Duration timeout) {
        try {
            Optional<Batch> next = source.poll(timeout);
            next.ifPresent(this::deliver);
            return next;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void deliver(Batch batch) {
        waiting.addAll(batch.messages());
        errors.addAll(batch.errors());
        state.apply(batch);
        state.takeChanged().forEach((partition, offset) -> offsets.put(partition, throughJson(offset)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> throughJson(Map<String, Object> offset) {
        try {
            return JSON.readValue(JSON.writeValueAsBytes(offset), Map.class);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits for the next {@code count} messages. */
    List<Message> take(int count) {
        await(() -> waiting.size() >= count, count + " messages, has " + waiting.size());
        List<Message> taken = new ArrayList<>();
        for (int left = count; left > 0; left--) {
            taken.add(waiting.remove());
        }
        return taken;
    }

    /** Waits for the next {@code count} messages, decoded. */
    List<AtMessage> messages(int count) {
        return take(count).stream().map(Capture::parse).toList();
    }

    /** Waits until {@code count} rows could not be sent, and returns them all. */
    List<DataError> errors(int count) {
        await(() -> errors.size() >= count, count + " data errors, has " + errors.size());
        return List.copyOf(errors);
    }

    /** Waits for the next message. */
    AtMessage message() {
        return messages(1).get(0);
    }

    /** The texts of {@code data} of the next {@code count} messages. */
    List<String> rows(int count) {
        return messages(count).stream().map(message -> json(message.data())).toList();
    }

    /** The operations and texts of {@code data} of the next {@code count} messages. */
    List<String> changes(int count) {
        return messages(count).stream()
                .map(message -> message.headers().operation() + " " + json(message.data()))
                .toList();
    }

    static AtMessage parse(Message message) {
        return AtMessage.parse(message.value());
    }

    static String text(Message message) {
        return new String(message.value(), StandardCharsets.UTF_8);
    }

    static String json(Object node) {
        try {
            return JSON.writeValueAsString(node).replace('"', '\'');
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until the state says so. */
    void await(Predicate<TaskState> wanted) {
        await(() -> wanted.test(state), "a state");
    }

    private void await(java.util.function.BooleanSupplier done, String what) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            batch(Duration.ofMillis(100));
            if (System.nanoTime() > deadline) {
                fail("Waited %s for %s; next: %s", PATIENCE, what, waiting.peek());
            }
        }
    }

    /** Waits until the source fails, and returns why. */
    SourceException failure() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                batch(Duration.ofMillis(200));
            } catch (SourceException e) {
                return e;
            }
        }
        throw new AssertionError("The source did not fail; it sent " + waiting.size() + " messages.");
    }

    /** Asserts that nothing comes for a moment and nothing waits. */
    void expectNothing() {
        for (int quiet = 0; quiet < 3; quiet++) {
            batch(Duration.ofMillis(200));
        }
        assertThat(waiting.stream().map(Capture::text)).isEmpty();
    }

    /** Messages that were delivered and not yet taken. */
    int waiting() {
        return waiting.size();
    }

    TaskState state() {
        return state;
    }

    /** What Connect would know now. */
    Map<Map<String, String>, Map<String, Object>> offsets() {
        return Map.copyOf(offsets);
    }

    List<String> events() {
        synchronized (events) {
            return List.copyOf(events);
        }
    }

    /** Stops reading, as a task that is paused; {@link #resume()} goes on. */
    void stop() {
        source.close();
    }

    /** Forgets what was not delivered, as a crash would, and goes on from the offsets. */
    void resume() {
        resume(null);
    }

    /** As {@link #resume()}, with one more offset written by a person; {@code null} for none. */
    void resume(Map.@Nullable Entry<Map<String, String>, Map<String, Object>> written) {
        source.close();
        if (written != null) {
            offsets.put(written.getKey(), written.getValue());
        }
        state = TaskState.of(offsets);
        source = start();
    }

    @Override
    public void close() {
        source.close();
    }
}
