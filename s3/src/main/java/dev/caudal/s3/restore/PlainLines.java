package dev.caudal.s3.restore;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The lines of an object, without what ends them. */
final class PlainLines implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    PlainLines(InputStream bytes, boolean compressed) throws IOException {
        this.in = new BufferedInputStream(compressed ? new GZIPInputStream(bytes, BUFFER) : bytes, BUFFER);
    }

    /** The next line; empty at the end. The last one may lack its end. */
    Optional<byte[]> next() throws IOException {
        line.reset();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return line.size() == 0 ? Optional.empty() : Optional.of(line.toByteArray());
            }
            line.write(next);
        }
        return Optional.of(line.toByteArray());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
