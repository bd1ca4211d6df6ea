package dev.caudal.mysql;

import dev.caudal.core.JsonBytes;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The values of a row for who looks into a {@link DataError}: those only that go into messages, long ones cut. */
final class RowText {

    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_VALUE = 4_000;
    private static final int LONGEST_ROW = 200_000;

    private final TableStructure structure;
    private final RowValues row;
    private final JsonBytes value = new JsonBytes(64);

    RowText(TableStructure structure, RowValues row) {
        this.structure = structure;
        this.row = row;
    }

    /** The table's columns among {@code columns} by name, as a JSON object of texts. */
    String json(int[] columns) throws SQLException {
        JsonBytes out = new JsonBytes(256);
        char separator = '{';
        for (int column : columns) {
            if (column < 0) {
                continue;
            }
            out.raw(separator);
            out.string(structure.columns().get(column).name());
            out.raw(':');
            int most = Math.min(LONGEST_VALUE, Math.max(0, LONGEST_ROW - out.length()));
            text(column, most).ifPresentOrElse(out::string, () -> out.raw(NULL));
            separator = ',';
        }
        if (separator == '{') {
            out.raw('{');
        }
        out.raw('}');
        return out.toString();
    }

    /** The columns of the primary key with their values. */
    String key() throws SQLException {
        List<String> parts = new ArrayList<>();
        for (int column : structure.primaryKey()) {
            parts.add(structure.columns().get(column).name() + " "
                    + text(column, LONGEST_VALUE).orElse("NULL"));
        }
        return String.join(", ", parts);
    }

    private Optional<String> text(int column, int most) throws SQLException {
        value.clear();
        return row.text(column, value) ? Optional.of(cut(value.toString(), most)) : Optional.empty();
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most > 0 && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "\u2026";
    }
}
