package dev.caudal.s3.sink;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * How objects are compressed.
 *
 * @param type by its name
 * @param level of gzip, -1 to 9
 */
record Compression(Type type, int level) {

    private static final int BUFFER = 8192;

    /** The names that the setting takes. */
    enum Type {
        NONE,
        GZIP
    }

    /** What the name of an object gets for it. */
    String extension() {
        return type == Type.GZIP ? ".gz" : "";
    }

    OutputStream around(OutputStream out) throws IOException {
        // Few large pieces cost the compression less than many small ones.
        return type == Type.GZIP ? new BufferedOutputStream(new Gzip(out, level), BUFFER) : out;
    }

    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream out, int level) throws IOException {
            super(out, BUFFER);
            def.setLevel(level);
        }
    }
}
