package dev.caudal.mysql;

import dev.caudal.core.JsonBytes;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What SQLite gave for an expression. Immutable.
 *
 * @param object a whole number, a finite real, a text, bytes, or null for NULL
 */
record SqlValue(@Nullable Object object) {

    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    boolean isTrue() {
        return object instanceof Number number && number.longValue() != 0;
    }

    boolean isFinite() {
        return !(object instanceof Double real) || Double.isFinite(real);
    }

    /** Writes the value as JSON. */
    void json(JsonBytes out) {
        if (object instanceof String || object instanceof byte[]) {
            out.string(String.valueOf(text()));
        } else if (!text(out)) {
            out.raw(NULL);
        }
    }

    /** Writes the value as bare text; false, having written nothing, where it is NULL. */
    boolean text(JsonBytes out) {
        if (object == null) {
            return false;
        }
        out.raw(String.valueOf(text()).getBytes(StandardCharsets.UTF_8));
        return true;
    }

    /** Bytes as hexadecimal digits, as messages have them. */
    private @Nullable Object text() {
        return object instanceof byte[] bytes ? HexFormat.of().withUpperCase().formatHex(bytes) : object;
    }
}
