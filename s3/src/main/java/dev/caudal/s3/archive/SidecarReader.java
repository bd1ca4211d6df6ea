package dev.caudal.s3.archive;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads the sidecar of one commit, frame by frame; for one thread. */
public final class SidecarReader implements Closeable {
    private static final int BUFFER = 8192;
    private static final int LONGEST = 10;

    private final String key;
    private final InputStream in;
    private final byte[] waiting = new byte[BUFFER];
    private int at;
    private int filled;
    private long offset;
    private long timestamp;

    /**
     * Begins to read.
     *
     * @param key the object's key, for errors
     * @param source its bytes; closed with this reader
     * @throws IOException when the source cannot be read
     * @throws ArchiveException when it is not a sidecar
     */
    public SidecarReader(String key, InputStream source) throws IOException {
        this.key = key;
        this.in = new GZIPInputStream(source, BUFFER);
        if (ByteBuffer.wrap(bytes(Integer.BYTES)).getInt() != SidecarWriter.MAGIC) {
            throw new ArchiveException(key + " is not a sidecar of Caudal's.");
        }
    }

    /**
     * The next frame.
     *
     * @return empty at the end
     * @throws IOException when the source cannot be read or ends within a frame
     * @throws ArchiveException when the bytes make no sense
     */
    public Optional<Frame> next() throws IOException {
        int flags = octet();
        if (flags < 0) {
            return Optional.empty();
        }
        offset += varint();
        timestamp += zigzag();
        var line = has(flags, SidecarWriter.LINE) ? new Frame.Line(size(), size()) : Frame.Line.NONE;
        var recordKey = has(flags, SidecarWriter.KEY) ? bytes(size()) : null;
        var headers = has(flags, SidecarWriter.HEADERS) ? headers() : List.<ArchivedHeader>of();
        var value = has(flags, SidecarWriter.VALUE) ? bytes(size()) : null;
        return Optional.of(new Frame(
                offset,
                timestamp,
                has(flags, SidecarWriter.LOG_APPEND_TIME),
                recordKey,
                headers,
                line,
                has(flags, SidecarWriter.EXACT),
                value));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static boolean has(int flags, int flag) {
        return (flags & flag) != 0;
    }

    private List<ArchivedHeader> headers() throws IOException {
        int count = size();
        var headers = new ArrayList<ArchivedHeader>();
        for (int i = 0; i < count; i++) {
            var name = new String(bytes(size()), StandardCharsets.UTF_8);
            headers.add(new ArchivedHeader(name, header(size())));
        }
        return List.copyOf(headers);
    }

    private byte @Nullable [] header(int lengthAndOne) throws IOException {
        return lengthAndOne == 0 ? null : bytes(lengthAndOne - 1);
    }

    private byte[] bytes(int length) throws IOException {
        if (length <= filled - at) {
            at += length;
            return Arrays.copyOfRange(waiting, at - length, at);
        }
        // A length that is damaged asks for memory only as far as there are bytes.
        var bytes = new ByteArrayOutputStream(Math.min(length, BUFFER));
        for (int left = length; left > 0; ) {
            if (at == filled && !more()) {
                throw damaged();
            }
            int some = Math.min(left, filled - at);
            bytes.write(waiting, at, some);
            at += some;
            left -= some;
        }
        return bytes.toByteArray();
    }

    /** Without the lock that streams of Java take for each byte; -1 at the end. */
    private int octet() throws IOException {
        return at < filled || more() ? waiting[at++] & 0xFF : -1;
    }

    private boolean more() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(waiting));
        return filled > 0;
    }

    private int size() throws IOException {
        long size = varint();
        if (size < 0 || size > Integer.MAX_VALUE) {
            throw damaged();
        }
        return (int) size;
    }

    private long zigzag() throws IOException {
        long number = varint();
        return (number >>> 1) ^ -(number & 1);
    }

    private long varint() throws IOException {
        long number = 0;
        for (int i = 0; i < LONGEST; i++) {
            int part = octet();
            if (part < 0) {
                throw new EOFException("%s ends behind offset %d.".formatted(key, offset));
            }
            number |= (long) (part & 0x7F) << (7 * i);
            if (part < 0x80) {
                return number;
            }
        }
        throw damaged();
    }

    private ArchiveException damaged() {
        return new ArchiveException("%s is damaged behind offset %d.".formatted(key, offset));
    }
}
