package dev.caudal.cluster.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves texts by HTTP on a loopback address, to programs of this machine only: a web page that makes a name of its own
 * point here is refused.
 *
 * <p>Two threads of its own call the pages.
 */
final class TextServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TextServer.class);

    private final HttpServer server;
    private final ExecutorService threads;

    /** A text that is made anew for each request; a failure is answered with 503. */
    interface Page {
        String text() throws IOException, InterruptedException;
    }

    private TextServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /** Begins to serve pages by their paths. */
    static TextServer open(InetAddress address, int port, Map<String, Page> pages) {
        try {
            var server = HttpServer.create(new InetSocketAddress(address, port), 0);
            var threads = Executors.newFixedThreadPool(2, work -> {
                var thread = new Thread(work, "metrics");
                thread.setDaemon(true);
                return thread;
            });
            server.setExecutor(threads);
            pages.forEach((path, page) -> server.createContext(path, exchange -> answer(exchange, path, page)));
            server.start();
            return new TextServer(server, threads);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot serve metrics on %s:%d: %s.".formatted(address.getHostAddress(), port, e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void answer(HttpExchange exchange, String path, Page page) throws IOException {
        try (exchange) {
            var host = exchange.getRequestHeaders().getFirst("Host");
            var here = exchange.getLocalAddress().getAddress().getHostAddress();
            if (host == null || !host.replaceFirst(":\\d+$", "").equals(here)) {
                write(exchange, 403, "Ask for http://%s.%n".formatted(here));
            } else if (!exchange.getRequestMethod().equals("GET")) {
                write(exchange, 405, "");
            } else if (!exchange.getRequestURI().getPath().equals(path)) {
                write(exchange, 404, "There is only %s.%n".formatted(path));
            } else {
                write(exchange, page);
            }
        }
    }

    private static void write(HttpExchange exchange, Page page) throws IOException {
        String text;
        try {
            text = page.text();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (IOException | RuntimeException e) {
            LOG.debug("a request for metrics failed", e);
            write(exchange, 503, e.getMessage() + "\n");
            return;
        }
        write(exchange, 200, text);
    }

    private static void write(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
