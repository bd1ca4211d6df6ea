package dev.caudal.mysql;

import dev.caudal.core.TableId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the server's {@code information_schema} says now. The structure that is read here is right for rows of a load,
 * and for the log only where its own metadata cannot be wrong about it.
 */
final class Catalog {

    /** Character sets with characters that utf8mb3 lacks. */
    private static final Set<String> WIDE = Set.of("utf8mb4", "utf16", "utf16le", "utf32", "gb18030");

    /** By which a server says that a table is not there: its schema is not (1049), or it is not itself. */
    static final Set<Integer> MISSING = Set.of(1049, 1146);

    private final SourceConnection connection;

    Catalog(SourceConnection connection) {
        this.connection = connection;
    }

    /**
     * The structure of a table.
     *
     * @throws SourceException if the table is not there, or has a column that is not captured
     */
    TableStructure structure(TableId table) {
        return find(table).orElseThrow(() -> missing(table));
    }

    /** While a table is being replaced, the server may list neither the old one nor the new one. */
    private SourceException missing(TableId table) {
        return connection
                        .attempt("SELECT 1 FROM " + Epoch.tableName(table) + " LIMIT 0")
                        .isEmpty()
                ? SourceException.passing("The table " + table + " was replaced while its structure was read.", null)
                : SourceException.fatal("The table " + table + " is not on " + connection.address()
                        + ", or the user may not see it. " + otherwise(table, "Create it, or GRANT SELECT on it."));
    }

    /** What to do about a table that is not there: perhaps it is only spelled otherwise. */
    String otherwise(TableId table, String remedy) {
        return connection
                .query("SELECT table_schema, table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE'"
                        + " AND LOWER(table_schema) = LOWER(" + SourceConnection.text(table.schema())
                        + ") AND LOWER(table_name) = LOWER(" + SourceConnection.text(table.name()) + ")")
                .stream()
                .map(row -> new TableId(row.get(0), row.get(1)))
                .filter(other -> NameCase.ANY.key(other).equals(NameCase.ANY.key(table)))
                .findFirst()
                .map(other -> "The server has " + other + ", and tells names apart by case: write it so.")
                .orElse(remedy);
    }

    /**
     * The structure of a table, where it is there.
     *
     * @throws SourceException if it has a column that is not captured
     */
    Optional<TableStructure> find(TableId table) {
        return definition(table).map(definition -> definition.structure(table));
    }

    /**
     * How a table is defined, where it is there.
     *
     * @throws SourceException if it has a name or a history that is not captured
     */
    Optional<TableDefinition> definition(TableId table) {
        List<List<String>> rows = columns(table);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> kind = connection.query(
                "SELECT table_type, table_collation FROM information_schema.tables WHERE " + where(table));
        if (kind.stream().anyMatch(row -> row.get(0).equals("SYSTEM VERSIONED"))) {
            throw SourceException.fatal(
                    "The table " + table + " keeps the history of its rows (SYSTEM VERSIONING), which"
                            + " the log has as rows of its own. ALTER TABLE … DROP SYSTEM VERSIONING, or leave the table out.");
        }
        List<ColumnDefinition> columns = rows.stream().map(Catalog::column).toList();
        columns.forEach(column -> requireVisible(table, column));
        List<String> key = primaryKey(table);
        requireSame(table, rows, key, columns);
        String collation = kind.isEmpty() ? "" : kind.get(0).get(1);
        return Optional.of(new TableDefinition(columns, key, CharsetClause.of(collation)));
    }

    /** How the log has a table, where it is there: a UNIQUE key over long text is a hidden column of MariaDB. */
    Optional<TableDefinition> logged(TableId table) {
        Optional<TableDefinition> definition = definition(table);
        definition.ifPresent(it -> it.columns().forEach(column -> requireShown(table, column)));
        return definition.map(it -> it.withHidden(connection.isMariaDb() ? hashes(table) : 0));
    }

    /** The catalog is in utf8mb3, and has a question mark for a character that is not. */
    private static void requireShown(TableId table, ColumnDefinition column) {
        if (WIDE.contains(column.charset()) && column.labels().stream().anyMatch(label -> label.indexOf('?') >= 0)) {
            throw SourceException.fatal("A label of the column " + table + "." + column.name()
                    + " has a '?', which may stand for a character that the server's catalog cannot show, and the log"
                    + " does not have labels. SET GLOBAL binlog_row_metadata = FULL, or change the label.");
        }
    }

    private int hashes(TableId table) {
        return Integer.parseInt(
                connection.value("SELECT COUNT(DISTINCT index_name) FROM information_schema.statistics WHERE "
                        + where(table) + " AND index_type = 'HASH'"));
    }

    private List<List<String>> columns(TableId table) {
        return connection.query(
                "SELECT column_name, data_type, column_type, character_set_name, numeric_scale, datetime_precision, column_key"
                        + " FROM information_schema.columns WHERE " + where(table) + " ORDER BY ordinal_position");
    }

    /**
     * Refuses columns of one version of the table with the key of another, or with none since it was away. A unique key
     * looks like a primary one where there is none, so then it is asked once more.
     */
    private void requireSame(TableId table, List<List<String>> rows, List<String> key, List<ColumnDefinition> columns) {
        long marked = rows.stream().filter(row -> row.get(6).equals("PRI")).count();
        boolean same = key.isEmpty() && marked > 0
                ? columns(table).equals(rows) && primaryKey(table).isEmpty()
                : key.size() == marked
                        && key.stream()
                                .allMatch(name -> columns.stream()
                                        .anyMatch(column -> column.name().equals(name)));
        if (!same) {
            throw SourceException.passing("The table " + table + " was changed while its structure was read.", null);
        }
    }

    private static ColumnDefinition column(List<String> row) {
        String type = row.get(1);
        String definition = row.get(2);
        boolean labelled = type.equals("enum") || type.equals("set");
        String fraction = type.equals("decimal") ? row.get(4) : row.get(5);
        return new ColumnDefinition(
                row.get(0),
                type,
                type.equals("bit") || type.equals("decimal") ? length(definition) : 0,
                fraction.isEmpty() ? 0 : Integer.parseInt(fraction),
                definition.contains("unsigned"),
                row.get(3),
                labelled ? labels(definition) : List.of());
    }

    private static int length(String definition) {
        return Integer.parseInt(definition.replaceAll("^[^(]*\\((\\d+).*", "$1"));
    }

    private static void requireVisible(TableId table, ColumnDefinition column) {
        if (column.name().startsWith(Column.HIDDEN)) {
            throw SourceException.fatal("The column " + table + "." + column.name()
                    + " has a name that MariaDB gives to hidden columns. Rename it, or leave the table out.");
        }
    }

    /** The refusal of a column that is not captured. */
    static SourceException unsupported(TableId table, String column, String definition) {
        return SourceException.fatal("The column " + table + "." + column + " is " + definition
                + ", which is not captured yet. Leave the table out, or change the column.");
    }

    /** The labels in {@code enum('a','b')} or {@code set('a','b')}, which are there as in a statement. */
    private static List<String> labels(String definition) {
        SqlTokens tokens = new SqlTokens(definition);
        tokens.next();
        return tokens.parenthesis().stream()
                .filter(SqlTokens.Token::quoted)
                .map(SqlTokens.Token::text)
                .toList();
    }

    private List<String> primaryKey(TableId table) {
        return connection
                .query("SELECT column_name FROM information_schema.key_column_usage WHERE " + where(table)
                        + " AND constraint_name = 'PRIMARY' ORDER BY ordinal_position")
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    /** What has to be known to read the server's table maps. */
    LogDialect dialect() {
        boolean mariaDb = connection.isMariaDb();
        String sql = mariaDb
                ? "SELECT id, character_set_name FROM information_schema.collation_character_set_applicability"
                : "SELECT id, character_set_name FROM information_schema.collations";
        Map<Integer, String> charsets = new HashMap<>();
        for (List<String> row : connection.query(sql)) {
            if (!row.get(0).isEmpty()) {
                charsets.put(Integer.valueOf(row.get(0)), row.get(1));
            }
        }
        return new LogDialect(mariaDb, names(), charsets);
    }

    /** How the server tells names of tables apart. */
    NameCase names() {
        return connection.value("SELECT @@global.lower_case_table_names").equals("0") ? NameCase.EXACT : NameCase.ANY;
    }

    /** About how many rows a table has, as the server estimates. */
    long estimatedRows(TableId table) {
        String rows = connection.value("SELECT table_rows FROM information_schema.tables WHERE " + where(table));
        return rows.isEmpty() ? 0 : Long.parseLong(rows);
    }

    /** The storage engine of a table; empty where the table is not there or is a view. */
    Optional<String> engine(TableId table) {
        List<List<String>> rows =
                connection.query("SELECT engine FROM information_schema.tables WHERE " + where(table));
        return rows.isEmpty() || rows.get(0).get(0).isEmpty()
                ? Optional.empty()
                : Optional.of(rows.get(0).get(0));
    }

    /** The log files that the server still has, the oldest first. */
    List<String> logFiles() {
        return connection.query("SHOW BINARY LOGS").stream()
                .map(row -> row.get(0))
                .toList();
    }

    /** The present end of the log. */
    LogEnd logEnd() {
        List<List<String>> rows = connection.query(logEndStatement());
        if (rows.isEmpty()) {
            throw SourceException.fatal(
                    "The server " + connection.address()
                            + " does not say where its log is: log_bin is off, or the user lacks the right. GRANT REPLICATION CLIENT (MariaDB: BINLOG MONITOR).");
        }
        List<String> row = rows.get(0);
        return new LogEnd(new BinlogCoordinate(row.get(0), Long.parseLong(row.get(1))), server());
    }

    /** MySQL renamed it in 8.2 and took the old name away in 8.4; MariaDB knows the old one. */
    private String logEndStatement() {
        boolean renamed = !connection.isMariaDb() && connection.version().matches("(8\\.[2-9]|9|[1-9][0-9])(\\D.*)?");
        return renamed ? "SHOW BINARY LOG STATUS" : "SHOW MASTER STATUS";
    }

    /**
     * The end of the log.
     *
     * @param at the place behind the last event
     * @param server whose log it is, see {@link #server}
     */
    record LogEnd(BinlogCoordinate at, String server) {}

    /** Which server this is: a restored or promoted one has another name. MariaDB knows servers by a number only. */
    String server() {
        return connection.isMariaDb()
                ? "server_id " + connection.value("SELECT @@global.server_id")
                : connection.value("SELECT @@global.server_uuid");
    }

    /** Whether transactions have global identifiers; MariaDB's always have. */
    boolean namesTransactions() {
        return connection.isMariaDb()
                || connection.variable("gtid_mode").filter("ON"::equals).isPresent();
    }

    /** The identifiers of all transactions in the log, also of files that are gone, as the server prints them. */
    String executedGtids() {
        return connection.value(
                connection.isMariaDb() ? "SELECT @@global.gtid_binlog_pos" : "SELECT @@global.gtid_executed");
    }

    /** The identifiers before a place, where the server can say them; an empty text stands for none. */
    Optional<String> gtidsBefore(BinlogCoordinate place) {
        return connection.isMariaDb()
                ? Optional.of(connection.value(
                        "SELECT BINLOG_GTID_POS(" + SourceConnection.text(place.file()) + ", " + place.offset() + ")"))
                : Optional.empty();
    }

    /** The character set of tables that are made in a schema without one; empty where there is no such schema. */
    Optional<String> charset(String schema) {
        return connection
                .query("SELECT default_character_set_name FROM information_schema.schemata WHERE schema_name = "
                        + SourceConnection.text(schema))
                .stream()
                .map(row -> row.get(0))
                .findFirst();
    }

    /** Whether the log has the names of columns, and all else about tables. */
    boolean logsNames() {
        return connection
                .variable("binlog_row_metadata")
                .filter("FULL"::equalsIgnoreCase)
                .isPresent();
    }

    /** When a table was made or altered, by which one that took its place can be told; empty where there is none. */
    String created(TableId table) {
        return connection.query("SELECT create_time FROM information_schema.tables WHERE " + where(table)).stream()
                .map(row -> row.get(0))
                .findFirst()
                .orElse("");
    }

    private static String where(TableId table) {
        return "table_schema = " + SourceConnection.text(table.schema()) + " AND table_name = "
                + SourceConnection.text(table.name());
    }
}
