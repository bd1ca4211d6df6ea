package dev.caudal.mysql;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives AWS credentials to processes of this machine, as Amazon's container agents do: KEY1, KEY2 and so on. */
final class CredentialServer implements AutoCloseable {

    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Duration life = Duration.ofHours(1);

    private CredentialServer(HttpServer server) {
        this.server = server;
        server.createContext("/role", this::answer);
        server.start();
    }

    static CredentialServer start() throws IOException {
        return new CredentialServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/role";
    }

    int asked() {
        return asked.get();
    }

    /** Credentials are given from now on that are worth nothing a moment later. */
    void expireNext() {
        life = Duration.ofSeconds(1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        int number = asked.incrementAndGet();
        byte[] json = """
                {"AccessKeyId": "KEY%d", "SecretAccessKey": "secret", "Token": "session%d", "Expiration": "%s"}
                """.formatted(number, number, Instant.now().plus(life)).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
