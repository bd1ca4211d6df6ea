package dev.caudal.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * A connection of HTTP/1.1 to the loopback address that stays open, with no more work than it takes: on a small machine a
 * client with comfort would use as much of it as the server that is measured. Used by one thread.
 */
final class HttpConnection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream in;
    private final byte[] read = new byte[64 << 10];
    private int at;
    private int filled;
    private byte[] body = new byte[64 << 10];
    private int length;

    HttpConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = socket.getInputStream();
    }

    /** Sends a request and reads its answer. */
    HttpAnswer exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        length = 0;
        int status = Integer.parseInt(line().split(" ")[1]);
        int announced = 0;
        boolean chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                announced = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.endsWith("chunked");
            }
        }
        if (chunked) {
            chunks();
        } else {
            append(announced);
        }
        return new HttpAnswer(status, body, length);
    }

    private void chunks() throws IOException {
        while (true) {
            int size = Integer.parseInt(line().strip(), 16);
            append(size);
            if (!line().isEmpty()) {
                throw new IOException("A chunk is longer than it says.");
            }
            if (size == 0) {
                return;
            }
        }
    }

    private void append(int count) throws IOException {
        if (body.length - length < count) {
            body = Arrays.copyOf(body, Math.max(2 * body.length, length + count));
        }
        int buffered = Math.min(count, filled - at);
        System.arraycopy(read, at, body, length, buffered);
        at += buffered;
        if (in.readNBytes(body, length + buffered, count - buffered) < count - buffered) {
            throw new EOFException("The server has closed the connection.");
        }
        length += count;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        while (true) {
            if (at == filled) {
                at = 0;
                filled = in.read(read);
                if (filled < 0) {
                    filled = 0;
                    throw new EOFException("The server has closed the connection.");
                }
            }
            int end = at;
            while (end < filled && read[end] != '\n') {
                end++;
            }
            line.append(new String(read, at, end - at, StandardCharsets.ISO_8859_1));
            at = Math.min(end + 1, filled);
            if (end < filled) {
                return line.toString().stripTrailing();
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
