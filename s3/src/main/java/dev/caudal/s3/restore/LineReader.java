package dev.caudal.s3.restore;

import dev.caudal.s3.archive.ArchiveException;
import dev.caudal.s3.archive.DataObject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Reads the lines of one object by their lengths. */
final class LineReader implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final DataObject object;
    private final InputStream in;

    LineReader(DataObject object, InputStream bytes) throws IOException {
        this.object = object;
        this.in = object.codec().equals(DataObject.GZIP)
                ? new BufferedInputStream(new GZIPInputStream(bytes, BUFFER), BUFFER)
                : new BufferedInputStream(bytes, BUFFER);
    }

    /** The next line. */
    byte[] next(int length) throws IOException {
        var line = in.readNBytes(length);
        if (line.length < length || in.readNBytes(object.separator()).length < object.separator()) {
            throw new ArchiveException(object.key() + " ends before the lines that its commit counts.");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
