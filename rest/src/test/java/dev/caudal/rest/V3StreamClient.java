package dev.caudal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request that sends records one by one and reads an answer whenever it likes. */
final class V3StreamClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Socket socket;
    private final BufferedReader in;

    V3StreamClient(int port, String path, String... headers) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(30_000);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        // A short answer has a length and no last chunk: the end of the connection is the end of all.
        var head = new StringBuilder(
                "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n");
        for (int i = 0; i < headers.length; i += 2) {
            head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        write(head.append("\r\n").toString());
    }

    /** Sends a piece of the body, in which single quotes stand for double ones. */
    V3StreamClient send(String piece) throws IOException {
        var text = piece.replace('\'', '"');
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        write(Integer.toHexString(length) + "\r\n" + text + "\r\n");
        return this;
    }

    V3StreamClient end() throws IOException {
        write("0\r\n\r\n");
        return this;
    }

    /** The status of the answer, once it has one. */
    String status() throws IOException {
        return in.readLine();
    }

    /** The next object of the answer; among its lines stand those of the chunks. */
    JsonNode next() throws IOException {
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("{")) {
                return JSON.readTree(line);
            }
        }
        throw new AssertionError("The answer has ended.");
    }

    /** Whether nothing but the end follows. */
    boolean isAtEnd() throws IOException {
        return in.lines().noneMatch(line -> line.startsWith("{"));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }
}
