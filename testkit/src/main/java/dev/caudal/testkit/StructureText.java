package dev.caudal.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.core.AtMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.StringJoiner;

/** Rows and messages as text, the same whether a server or a message has them. */
public final class StructureText {
    private StructureText() {}

    /**
     * A change or a row of a load.
     *
     * @param message any message
     * @return its operation and the row after it, of a DELETE the one before
     */
    public static String of(AtMessage message) {
        return message.headers().operation() + " " + row(message);
    }

    static String row(AtMessage message) {
        var text = new StringJoiner(", ", "{", "}");
        message.data().properties().forEach(each -> text.add(each.getKey() + "=" + plain(each.getValue())));
        return text.toString();
    }

    static String row(ResultSet row) throws SQLException {
        var text = new StringJoiner(", ", "{", "}");
        var columns = row.getMetaData();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            text.add(columns.getColumnName(column) + "=" + plain(String.valueOf(row.getString(column))));
        }
        return text.toString();
    }

    private static String plain(JsonNode value) {
        return value.isNull() ? "null" : plain(value.asText());
    }

    /** Numbers and times of the same value are the same, however many zeros they end with. */
    private static String plain(String value) {
        return value.matches(".*\\d\\.\\d+") ? value.replaceAll("\\.?0+$", "") : value;
    }
}
