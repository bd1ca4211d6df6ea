package dev.caudal.mysql;

import dev.caudal.core.Message;
import dev.caudal.core.TableId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What would be sent of rows that a table has now, tried as a load does it. */
public final class TablePreview {

    /** The most rows that are tried. */
    public static final int MOST_ROWS = 100;

    /** What becomes of a row. */
    public sealed interface Row {}

    /**
     * It is sent.
     *
     * @param message as a load would send it
     */
    public record Sent(Message message) implements Row {}

    /**
     * The filter leaves it out.
     *
     * @param key the columns of the primary key with their values, for people; empty where the table has none
     */
    public record LeftOut(String key) implements Row {}

    /**
     * An expression fails for it.
     *
     * @param key the columns of the primary key with their values, for people; empty where the table has none
     * @param reason what failed, in one sentence
     */
    public record Failed(String key, String reason) implements Row {}

    private TablePreview() {}

    /**
     * Tries the rows that the server gives first. Blocks while it asks; changes nothing.
     *
     * @param config with the source, and the shape of the table
     * @param table one of its tables
     * @param rows how many, 1 to {@link #MOST_ROWS}
     * @return a row for each, fewer where the table has fewer
     * @throws SourceException if the source does not answer, the table cannot be read, or its shape does not fit it
     */
    public static List<Row> of(SourceConfig config, TableId table, int rows) {
        try (SourceConnection connection =
                SourceConnection.open(config.reachable().address())) {
            TableStructure structure = new Catalog(connection).structure(table);
            OutputRow.check(structure, config.shape(table));
            try (LoadRow row = new LoadRow(structure, config, 1)) {
                String sql = "SELECT " + row.expressions() + " FROM " + Epoch.tableName(table) + " LIMIT "
                        + Math.min(rows, MOST_ROWS);
                return read(connection, sql, row);
            }
        }
    }

    private static List<Row> read(SourceConnection connection, String sql, LoadRow row) {
        List<Row> tried = new ArrayList<>();
        try (Statement statement = connection.streaming();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                tried.add(row(result, row));
            }
            return tried;
        } catch (SQLException e) {
            throw connection.failed(sql, e);
        }
    }

    private static Row row(ResultSet result, LoadRow row) throws SQLException {
        try {
            return row.accepts(result)
                    ? new Sent(row.message(result))
                    : new LeftOut(row.text().key());
        } catch (RowException e) {
            return new Failed(row.text().key(), String.valueOf(e.getMessage()));
        }
    }
}
