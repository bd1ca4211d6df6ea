package dev.caudal.mysql;

import dev.caudal.core.JsonBytes;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Values of MariaDB's COMPRESSED columns, which the log has as they are stored: a byte that says how, the length, and zlib's
 * data (source: MariaDB's {@code Field_longstr::compress}).
 */
final class CompressedText extends TextCharset {

    private static final int NOT_COMPRESSED = 0;
    private static final int ZLIB = 8;

    private final TextCharset content;

    CompressedText(TextCharset content) {
        this.content = content;
    }

    @Override
    void write(byte[] source, int from, int count, JsonBytes out, boolean quoted) {
        if (count == 0) {
            content.write(source, from, 0, out, quoted);
            return;
        }
        int method = source[from] >> 4 & 15;
        if (method == NOT_COMPRESSED) {
            content.write(source, from + 1, count - 1, out, quoted);
            return;
        }
        if (method != ZLIB) {
            throw SourceException.fatal("A COMPRESSED column is stored by method " + method
                    + ", which is not known. Take COMPRESSED from the column.");
        }
        byte[] value = inflated(source, from, count);
        content.write(value, 0, value.length, out, quoted);
    }

    private static byte[] inflated(byte[] source, int from, int count) {
        int lengthBytes = source[from] & 7;
        int length = 0;
        for (int index = 1; index <= lengthBytes; index++) {
            length = length << 8 | source[from + index] & 0xff;
        }
        byte[] value = new byte[length];
        Inflater inflater = new Inflater((source[from] & 8) != 0);
        try {
            inflater.setInput(source, from + 1 + lengthBytes, count - 1 - lengthBytes);
            int read = 0;
            while (read < length) {
                int more = inflater.inflate(value, read, length - read);
                if (more == 0) {
                    throw new DataFormatException("it ends after " + read + " of " + length + " bytes");
                }
                read += more;
            }
            return value;
        } catch (DataFormatException e) {
            throw SourceException.fatal(
                    "A value of a COMPRESSED column cannot be read: " + e.getMessage()
                            + ". Take COMPRESSED from the column, then reload the table.",
                    e);
        } finally {
            inflater.end();
        }
    }
}
