package dev.caudal.s3.restore;

import dev.caudal.s3.archive.ArchiveException;
import dev.caudal.s3.archive.DataObject;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Reads the lines of one object by their lengths. */
final class LineReader implements Closeable {
    private static final int BUFFER = 64 * 1024;

    private final DataObject object;
    private final InputStream in;
    /** Streams of Java would take a lock for each line, and another for its separator. */
    private final byte[] waiting = new byte[BUFFER];

    private final byte[] separator;
    private int at;
    private int filled;

    LineReader(DataObject object, InputStream bytes) throws IOException {
        this.object = object;
        this.separator = new byte[object.separator()];
        this.in = object.codec().equals(DataObject.GZIP) ? new GZIPInputStream(bytes, BUFFER) : bytes;
    }

    /** The next line. */
    byte[] next(int length) throws IOException {
        var line = new byte[length];
        take(line, length);
        take(separator, separator.length);
        return line;
    }

    private void take(byte[] to, int length) throws IOException {
        for (int got = 0; got < length; ) {
            if (at == filled) {
                more();
            }
            int some = Math.min(length - got, filled - at);
            System.arraycopy(waiting, at, to, got, some);
            at += some;
            got += some;
        }
    }

    private void more() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(waiting));
        if (filled == 0) {
            throw new ArchiveException(object.key() + " ends before the lines that its commit counts.");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
