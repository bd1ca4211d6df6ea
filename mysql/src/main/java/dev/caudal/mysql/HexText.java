package dev.caudal.mysql;

import dev.caudal.core.JsonBytes;

/** Bytes as hexadecimal digits, which is how Replicate sends them. */
final class HexText extends TextCharset {

    /** Bytes as they are. */
    static final TextCharset BINARY = new HexText(0, 0, false);

    /** A vector's numbers as they are stored; the driver does not know the type. */
    static final TextCharset VECTOR = new HexText(0, 0, true);

    /** A geometry without the number of its reference system, which both servers store in front of the WKB. */
    static final TextCharset WKB = new HexText(4, 0, false);

    private final int skip;
    private final int width;
    private final boolean cast;

    private HexText(int skip, int width, boolean cast) {
        this.skip = skip;
        this.width = width;
        this.cast = cast;
    }

    /** The values of {@code BINARY(width)}, of which the log leaves out zeros at the end. */
    static TextCharset padded(int width) {
        return new HexText(0, width, false);
    }

    @Override
    String selected(String name) {
        return cast ? "CAST(" + name + " AS BINARY)" : name;
    }

    @Override
    TextCharset loaded() {
        return this;
    }

    @Override
    void write(byte[] source, int from, int count, JsonBytes out, boolean quoted) {
        if (quoted) {
            out.raw('"');
        }
        out.hex(source, from + skip, count - skip);
        for (int missing = width - count; missing > 0; missing--) {
            out.raw('0');
            out.raw('0');
        }
        if (quoted) {
            out.raw('"');
        }
    }
}
