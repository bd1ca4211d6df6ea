package dev.caudal.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The platform's stream of events. Where it breaks off it is opened again behind the last event that came. For one thread.
 */
final class ApiEvents implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ApiClient client;
    private final String topics;
    private final Duration patience;
    private Optional<String> last = Optional.empty();
    private Optional<Stream<String>> open = Optional.empty();
    private Iterator<String> lines = Stream.<String>empty().iterator();

    /**
     * A stream that is opened when it is first read.
     *
     * @param topics as the API has them
     * @param patience how long to try where the server does not answer
     */
    ApiEvents(ApiClient client, String topics, Duration patience) {
        this.client = client;
        this.topics = topics;
        this.patience = patience;
    }

    /** An event and what it carries. */
    record Event(String kind, JsonNode data) {}

    /** Waits for the next event. */
    Event next() throws InterruptedException {
        var kind = "";
        while (true) {
            var line = line();
            if (line.startsWith("event: ")) {
                kind = line.substring("event: ".length());
            } else if (line.startsWith("id: ")) {
                last = Optional.of(line.substring("id: ".length()));
            } else if (line.startsWith("data: ")) {
                return new Event(kind, ApiClient.parse(line.substring("data: ".length())));
            }
        }
    }

    private String line() throws InterruptedException {
        while (true) {
            try {
                if (lines.hasNext()) {
                    return lines.next();
                }
            } catch (UncheckedIOException e) {
                // The connection is gone, as at its end.
            }
            open();
        }
    }

    private void open() throws InterruptedException {
        close();
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                var stream = client.lines("events?topics=" + ApiClient.path(topics), last);
                open = Optional.of(stream);
                lines = stream.iterator();
                return;
            } catch (CommandFailure e) {
                if (e.exitCode() != ExitCode.UNREACHABLE || System.nanoTime() - end > 0) {
                    throw e;
                }
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }

    @Override
    public void close() {
        open.ifPresent(Stream::close);
        open = Optional.empty();
        lines = Stream.<String>empty().iterator();
    }
}
