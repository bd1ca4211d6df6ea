package dev.caudal.s3.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes the sidecar of one commit, compressed; for one thread. ADR 8 has the bytes. */
public final class SidecarWriter implements AutoCloseable {
    static final int MAGIC = 0x43445331; // CDS1
    static final int EXACT = 1;
    static final int LINE = 2;
    static final int KEY = 4;
    static final int VALUE = 8;
    static final int HEADERS = 16;
    static final int LOG_APPEND_TIME = 32;
    private static final int BUFFER = 8192;

    private final OutputStream out;
    private final byte[] waiting = new byte[BUFFER];
    private int filled;
    private long offset;
    private long timestamp;

    /**
     * Begins a sidecar.
     *
     * @param target takes its bytes; closed with this writer
     * @throws IOException when the target does not take them
     */
    public SidecarWriter(OutputStream target) throws IOException {
        this.out = new Gzip(target);
        out.write(ByteBuffer.allocate(Integer.BYTES).putInt(MAGIC).array());
    }

    /**
     * Adds a record.
     *
     * @param frame its offset is higher than that of the one before
     * @throws IOException when the target does not take it
     * @throws IllegalArgumentException when the value is in two places, or in a line that there is not
     */
    public void write(Frame frame) throws IOException {
        if (frame.exact() && (frame.value() != null || frame.line().equals(Frame.Line.NONE))) {
            throw new IllegalArgumentException(
                    "The value of offset %d is to be in its line only.".formatted(frame.offset()));
        }
        octet(flags(frame));
        varint(frame.offset() - offset);
        zigzag(frame.timestamp() - timestamp);
        offset = frame.offset();
        timestamp = frame.timestamp();
        if (!frame.line().equals(Frame.Line.NONE)) {
            varint(frame.line().object());
            varint(frame.line().length());
        }
        optional(frame.key());
        if (!frame.headers().isEmpty()) {
            varint(frame.headers().size());
            for (var header : frame.headers()) {
                bytes(header.name().getBytes(StandardCharsets.UTF_8));
                header(header.value());
            }
        }
        optional(frame.value());
    }

    /**
     * Ends the sidecar.
     *
     * @throws IOException when the target does not take it
     */
    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }

    /** Better levels take up to eight times as long for a few hundredths of the bytes, most of which are keys and lengths. */
    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private static int flags(Frame frame) {
        return (frame.exact() ? EXACT : 0)
                | (frame.line().equals(Frame.Line.NONE) ? 0 : LINE)
                | (frame.key() == null ? 0 : KEY)
                | (frame.value() == null ? 0 : VALUE)
                | (frame.headers().isEmpty() ? 0 : HEADERS)
                | (frame.logAppendTime() ? LOG_APPEND_TIME : 0);
    }

    private void optional(byte @Nullable [] bytes) throws IOException {
        if (bytes != null) {
            bytes(bytes);
        }
    }

    /** One more than the length, 0 for null: a header has no flag of its own. */
    private void header(byte @Nullable [] bytes) throws IOException {
        if (bytes == null) {
            varint(0);
        } else {
            varint(bytes.length + 1L);
            all(bytes);
        }
    }

    private void bytes(byte[] bytes) throws IOException {
        varint(bytes.length);
        all(bytes);
    }

    private void all(byte[] bytes) throws IOException {
        if (bytes.length > waiting.length - filled) {
            flush();
        }
        if (bytes.length > waiting.length) {
            out.write(bytes);
        } else {
            System.arraycopy(bytes, 0, waiting, filled, bytes.length);
            filled += bytes.length;
        }
    }

    /** Without the lock that streams of Java take for each byte. */
    private void octet(int octet) throws IOException {
        if (filled == waiting.length) {
            flush();
        }
        waiting[filled++] = (byte) octet;
    }

    private void flush() throws IOException {
        out.write(waiting, 0, filled);
        filled = 0;
    }

    private void zigzag(long number) throws IOException {
        varint((number << 1) ^ (number >> 63));
    }

    private void varint(long number) throws IOException {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            octet((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        octet((int) rest);
    }
}
