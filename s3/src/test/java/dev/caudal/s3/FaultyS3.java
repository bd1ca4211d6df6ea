package dev.caudal.s3;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Stands before a store and answers in its place, or loses its answers, as a test says for each request. */
public final class FaultyS3 implements AutoCloseable {
    private final ServerSocket server;
    private final URI store;
    private final Function<String, Fault> faults;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** What happens to a request. */
    public enum Fault {
        NONE,
        SLOW_DOWN,
        INTERNAL_ERROR,
        FORBIDDEN,
        /** The key is no longer good, and soon there is another. */
        EXPIRED,
        /** No answer ever comes. */
        HANG,
        /** The connection ends before the store sees the request. */
        RESET,
        /** The store does it, and the answer is lost. */
        LOST_ANSWER,
        /** As a store that knows no conditions: it says yes and keeps nothing. */
        ACCEPTED,
        /** 200 with an error in the body, as CompleteMultipartUpload may answer. */
        ERROR_IN_OK
    }

    /**
     * Starts to listen.
     *
     * @param faults for a request line, such as {@code PUT /bucket/key HTTP/1.1}
     */
    public FaultyS3(URI store, Function<String, Fault> faults) {
        this.store = store;
        this.faults = faults;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::listen);
    }

    /** Where it listens. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            String head = head(in);
            if (head.isEmpty()) {
                return;
            }
            byte[] body = body(head, in, client.getOutputStream());
            Fault fault = faults.apply(head.substring(0, head.indexOf('\r')));
            switch (fault) {
                case NONE -> client.getOutputStream().write(forward(head, body));
                case LOST_ANSWER -> forward(head, body);
                case RESET -> client.setSoLinger(true, 0);
                case SLOW_DOWN -> answer(client.getOutputStream(), "503 Slow Down", "SlowDown");
                case INTERNAL_ERROR -> answer(client.getOutputStream(), "500 Internal Server Error", "InternalError");
                case EXPIRED -> answer(client.getOutputStream(), "403 Forbidden", "ExpiredToken");
                case HANG -> ended.await();
                case FORBIDDEN -> answer(client.getOutputStream(), "403 Forbidden", "AccessDenied");
                case ACCEPTED ->
                    client.getOutputStream()
                            .write("HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.ISO_8859_1));
                case ERROR_IN_OK -> answer(client.getOutputStream(), "200 OK", "InternalError");
            }
        } catch (IOException e) {
            // The client went away, which is its right.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            head.write(octet);
            if (octet == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                return head.toString(StandardCharsets.ISO_8859_1);
            }
        }
        return "";
    }

    private static byte[] body(String head, InputStream in, OutputStream out) throws IOException {
        int length = header(head, "content-length").isEmpty() ? 0 : Integer.parseInt(header(head, "content-length"));
        if (!header(head, "expect").isEmpty()) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
        return in.readNBytes(length);
    }

    private static String header(String head, String name) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    private byte[] forward(String head, byte[] body) throws IOException {
        try (Socket to = new Socket(InetAddress.getLoopbackAddress(), store.getPort())) {
            String all = head.lines()
                    .filter(line -> !line.isEmpty())
                    .filter(line -> !line.toLowerCase(Locale.ROOT).startsWith("expect:"))
                    .filter(line -> !line.toLowerCase(Locale.ROOT).startsWith("connection:"))
                    .reduce("", (lines, line) -> lines + line + "\r\n");
            OutputStream out = to.getOutputStream();
            out.write((all + "Connection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
            return to.getInputStream().readAllBytes();
        }
    }

    private static void answer(OutputStream out, String status, String code) throws IOException {
        String body =
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>%s</Code><Message>%s of the test</Message></Error>"
                        .formatted(code, code);
        String text =
                "HTTP/1.1 %s\r\nContent-Type: application/xml\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                        .formatted(status, body.length(), body);
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
