package dev.caudal.mysql;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts the stream of a log into events, each a run of bytes in one buffer that is used again for the next. Not safe for
 * use by several threads.
 */
final class LogStream {

    private static final int HEADER = 4;
    private static final int LONGEST_PACKET = 0xffffff;
    private static final int ERROR = 0xff;
    private static final int END = 0xfe;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 20];
    private int read;
    private int limit;
    private int start;
    private int end;

    LogStream(InputStream in) {
        this.in = in;
    }

    /** The buffer that holds the event; another one after the next {@link #next}. */
    byte[] bytes() {
        return buffer;
    }

    /** Where the event starts. */
    int start() {
        return start;
    }

    /** Where the event ends. */
    int end() {
        return end;
    }

    /** Whether the next event, or a part of it, is here already. */
    boolean ready() throws IOException {
        return limit - read > HEADER || in.available() > 0;
    }

    /** Waits for the next event. */
    void next() throws IOException {
        int length = packet();
        int marker = buffer[start] & 0xff;
        if (marker == ERROR) {
            throw failure(length);
        }
        if (marker == END && length < 9) {
            throw new EOFException("the server ended the stream");
        }
        while (length == LONGEST_PACKET) {
            length = continuation();
        }
        start++;
    }

    private int packet() throws IOException {
        require(HEADER);
        int length = length(read);
        read += HEADER;
        require(length);
        start = read;
        end = read + length;
        read = end;
        return length;
    }

    /** Appends the packet that continues the event, moving it over its header and those of the packets before. */
    private int continuation() throws IOException {
        int before = end - start;
        int headers = read - end + HEADER;
        read = start;
        require(before + headers);
        int length = length(read + before + headers - HEADER);
        require(before + headers + length);
        start = read;
        System.arraycopy(buffer, start + before + headers, buffer, start + before, length);
        end = start + before + length;
        read = end + headers;
        return length;
    }

    private int length(int at) {
        return buffer[at] & 0xff | (buffer[at + 1] & 0xff) << 8 | (buffer[at + 2] & 0xff) << 16;
    }

    /** Makes {@code count} bytes available from {@code read} on; what stood before may be overwritten. */
    private void require(int count) throws IOException {
        if (limit - read >= count) {
            return;
        }
        if (buffer.length - read < count) {
            byte[] target = count > buffer.length ? new byte[Math.max(count, 2 * buffer.length)] : buffer;
            System.arraycopy(buffer, read, target, 0, limit - read);
            limit -= read;
            read = 0;
            buffer = target;
        }
        while (limit - read < count) {
            int got = in.read(buffer, limit, buffer.length - limit);
            if (got < 0) {
                throw new EOFException("the connection was closed");
            }
            limit += got;
        }
    }

    private SourceException failure(int length) {
        int code = buffer[start + 1] & 0xff | (buffer[start + 2] & 0xff) << 8;
        byte[] text = Arrays.copyOfRange(buffer, start + 3, start + length);
        String message = new String(text, StandardCharsets.UTF_8).replaceFirst("^#.{5}", "");
        return LogFailure.of(code, message);
    }
}
