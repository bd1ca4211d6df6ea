package dev.caudal.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Sends requests over several connections at a time, each of which waits for the answer. */
final class HttpLoad implements AutoCloseable {
    private final List<byte[]> requests;
    private final List<HttpConnection> connections = new ArrayList<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /** Opens the connections; the requests are sent in turn, again and again. */
    HttpLoad(int port, int count, List<byte[]> requests) throws IOException {
        this.requests = List.copyOf(requests);
        for (int i = 0; i < count; i++) {
            connections.add(new HttpConnection(port));
        }
    }

    /** Sends so many requests and waits for their answers, all of which must be successes. */
    void run(int count) throws InterruptedException {
        var next = new AtomicInteger();
        var threads = connections.stream()
                .map(connection -> new Thread(() -> send(connection, next, count), "load"))
                .toList();
        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }
        var failed = failure.get();
        if (failed != null) {
            throw new BenchFailure("A request failed: " + failed.getMessage(), failed);
        }
    }

    private void send(HttpConnection connection, AtomicInteger next, int count) {
        try {
            for (int i = next.getAndIncrement(); i < count && failure.get() == null; i = next.getAndIncrement()) {
                var unused =
                        connection.exchange(requests.get(i % requests.size())).orFail();
            }
        } catch (IOException | BenchFailure e) {
            failure.set(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (var connection : connections) {
            connection.close();
        }
    }
}
