package dev.caudal.mysql;

import dev.caudal.core.JsonBytes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writes large values of rows up to a limit, and knows which were longer. Not safe for use by several threads. */
final class LobLimit {

    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final OutputRow output;
    private final JsonBytes value = new JsonBytes(64);
    private final List<String> truncated = new ArrayList<>();

    LobLimit(OutputRow output) {
        this.output = output;
    }

    /** A row begins. */
    void begin() {
        truncated.clear();
    }

    /** Writes the column of the message at {@code position}, which is limited, as JSON. */
    void json(RowValues row, int position, JsonBytes out) throws SQLException {
        value.clear();
        if (!row.text(output.columns()[position], value)) {
            out.raw(NULL);
            return;
        }
        if (value.truncateText(output.limit(position))) {
            truncated.add(output.layout().names().get(position));
        }
        out.string(value);
    }

    /** The names in the message of columns whose values were longer. */
    List<String> truncated() {
        return truncated;
    }
}
