package dev.caudal.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A table whose columns change, and names, numbers and values for it. For one thread. */
final class ChangingTable {
    private Connection connection;
    private final Random random;
    private final String name;
    private int columns;
    private int ids;

    ChangingTable(Connection connection, Random random, String name) {
        this.connection = connection;
        this.random = random;
        this.name = name;
    }

    /** From now on the server is reached by another connection. */
    void reconnect(Connection other) {
        connection = other;
    }

    /** Whether a failure says that the server is away, and not that it refuses. */
    static boolean isAway(SQLException failure) {
        return failure.getSQLState() == null || failure.getSQLState().startsWith("08");
    }

    String name() {
        return name;
    }

    /** A name that no column has had. */
    String newColumn() {
        return "c" + ++columns;
    }

    /** A key that no row has had, quoted. */
    String newId() {
        return "'" + ++ids + "'";
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Values may not fit the new type; then the table stays as it is. */
    void define(String sql) throws SQLException {
        try {
            execute(sql);
        } catch (SQLException e) {
            if (isAway(e)) {
                throw e;
            }
        }
    }

    record Field(String name, String type) {
        boolean isKey() {
            return name.equals("id");
        }
    }

    List<Field> fields() throws SQLException {
        var fields = new ArrayList<Field>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW COLUMNS FROM " + name)) {
            while (rows.next()) {
                fields.add(new Field(rows.getString(1), rows.getString(2)));
            }
        }
        return fields;
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** The key of a row, quoted; empty where there is none. */
    Optional<String> anyId() throws SQLException {
        var behind = ids("WHERE id >= '" + (1 + random.nextInt(ids + 1)) + "'");
        return behind.isPresent() ? behind : ids("");
    }

    private Optional<String> ids(String where) throws SQLException {
        return first("SELECT id FROM " + name + " " + where + " ORDER BY id LIMIT 1")
                .map(id -> "'" + id + "'");
    }

    Optional<String> first(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    /** All rows by key. */
    Map<String, String> rows() throws SQLException {
        return rows("");
    }

    String row(String where) throws SQLException {
        return rows(where).values().iterator().next();
    }

    private Map<String, String> rows(String where) throws SQLException {
        var rows = new HashMap<String, String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT * FROM " + name + where)) {
            while (row.next()) {
                rows.put(row.getString("id"), StructureText.row(row));
            }
        }
        return rows;
    }

    /** A value of a type, quoted where it must be; NULL now and then. */
    String value(String type) {
        if (random.nextInt(6) == 0) {
            return "NULL";
        }
        var kind = type.toUpperCase(Locale.ROOT);
        if (kind.startsWith("VARCHAR") || kind.contains("TEXT")) {
            return "'" + (random.nextBoolean() ? "é" : "x").repeat(random.nextInt(30)) + random.nextInt(100) + "'";
        } else if (kind.startsWith("DECIMAL")) {
            return random.nextInt(1000) + "." + (1 + random.nextInt(9));
        } else if (kind.startsWith("DATETIME")) {
            return "'2026-05-20 19:32:%02d.123'".formatted(random.nextInt(60));
        } else if (kind.startsWith("DATE")) {
            return "'2026-05-%02d'".formatted(1 + random.nextInt(28));
        } else if (kind.startsWith("ENUM")) {
            return "'" + "abc".charAt(random.nextInt(3)) + "'";
        }
        return Integer.toString(random.nextInt(30_000));
    }
}
