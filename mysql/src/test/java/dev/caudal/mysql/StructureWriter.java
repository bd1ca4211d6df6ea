package dev.caudal.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.StringJoiner;

/**
 * Changes one table and its structure at random, and knows which messages must come: after each change it asks the server
 * for the row, in the same transaction. Definitions that a server refuses are passed over. For one thread.
 */
final class StructureWriter implements AutoCloseable {

    private static final List<String> TYPES = List.of(
            "INT",
            "BIGINT UNSIGNED",
            "SMALLINT",
            "VARCHAR(40)",
            "VARCHAR(300) CHARACTER SET latin1",
            "DECIMAL(20,4)",
            "DATE",
            "DATETIME(3)",
            "ENUM('a','b','c')",
            "TEXT");

    private final String table;
    private final Random random;
    private final Connection connection;
    private final String key;
    private final List<String> expected = new ArrayList<>();
    private Kind kind = Kind.EXACT;
    private int names;
    private int ids;

    /** What is done. */
    enum Kind {
        /** Only what makes messages that are known before. */
        EXACT,
        /** Anything. */
        ANY,
        /** Whatever readers can follow by messages: definitions leave all rows where they are. */
        FOLLOWED
    }

    /**
     * Makes the table anew; the connection is its own.
     *
     * @param key the type of the primary key
     */
    StructureWriter(String table, Connection connection, Random random, String key) throws SQLException {
        this.table = table;
        this.key = key;
        this.connection = connection;
        this.random = random;
        execute("DROP TABLE IF EXISTS " + table);
        execute("CREATE TABLE " + table + " (id " + key + " PRIMARY KEY, v VARCHAR(40))");
    }

    /** Does such things from now on. */
    void only(Kind other) {
        kind = other;
    }

    /** The messages that must have come, in their order. */
    List<String> expected() {
        return expected;
    }

    String table() {
        return table;
    }

    /** One thing more: mostly a transaction, now and then a definition or several with changes between them. */
    void step() throws SQLException {
        int chance = random.nextInt(20);
        if (chance < 15) {
            transaction();
        } else if (chance < 19) {
            define();
        } else {
            for (int burst = 0; burst < 4; burst++) {
                define();
                transaction();
            }
        }
    }

    private void transaction() throws SQLException {
        boolean distributed = random.nextInt(5) == 0;
        String xid = "'" + table + "'," + "'" + random.nextInt(3) + "'";
        execute(distributed ? "XA START " + xid : "BEGIN");
        List<String> sent = new ArrayList<>();
        for (int left = 1 + random.nextInt(5); left > 0; left--) {
            change().ifPresent(sent::add);
        }
        boolean counts = random.nextInt(6) != 0;
        boolean onePhase = distributed && counts && random.nextBoolean();
        if (distributed) {
            execute("XA END " + xid);
            if (!onePhase) {
                execute("XA PREPARE " + xid);
            }
        }
        execute((distributed ? "XA " : "")
                + (counts ? "COMMIT " : "ROLLBACK ")
                + (distributed ? xid : "")
                + (onePhase ? " ONE PHASE" : ""));
        if (counts) {
            expected.addAll(sent);
        }
    }

    private Optional<String> change() throws SQLException {
        Optional<String> id = anyId();
        int chance = random.nextInt(10);
        if (id.isEmpty() || chance < 4) {
            return Optional.of(insert());
        }
        if (kind != Kind.EXACT && random.nextInt(4) == 0) {
            several(id.get());
            return Optional.empty();
        }
        String where = " WHERE id = " + id.get();
        String before = row(where);
        if (chance < 6) {
            execute("DELETE FROM " + table + where);
            return Optional.of("DELETE " + before);
        }
        List<Field> fields = fields();
        Field field = fields.get(random.nextInt(fields.size()));
        String key = field.name.equals("id") ? Integer.toString(++ids) : id.get();
        String value = field.name.equals("id") ? key : value(field.type);
        execute("UPDATE " + table + " SET " + field.name + " = " + value + where);
        String after = row(" WHERE id = " + key);
        return before.equals(after) ? Optional.empty() : Optional.of("UPDATE " + after);
    }

    /** Changes of which the server chooses how it logs them. */
    private void several(String id) throws SQLException {
        List<Field> fields = fields();
        Field field = fields.get(random.nextInt(fields.size()));
        if (random.nextBoolean() || field.name.equals("id")) {
            execute("REPLACE INTO " + table + " (id) VALUES (" + id + "), (" + ++ids + ")");
        } else {
            String value = value(field.type);
            String order = random.nextBoolean() ? "DESC" : "ASC";
            execute("UPDATE " + table + " SET " + field.name + " = " + value + " WHERE id >= " + id + " ORDER BY id "
                    + order + " LIMIT " + (1 + random.nextInt(20)));
            execute("DELETE FROM " + table + " WHERE id < " + id + " ORDER BY id " + order + " LIMIT 2");
        }
    }

    private String insert() throws SQLException {
        StringJoiner names = new StringJoiner(", ");
        StringJoiner values = new StringJoiner(", ");
        int id = ++ids;
        for (Field field : fields()) {
            if (field.name.equals("id")) {
                names.add(field.name);
                values.add(Integer.toString(id));
            } else if (random.nextBoolean()) {
                names.add(field.name);
                values.add(value(field.type));
            }
        }
        execute("INSERT INTO " + table + " (" + names + ") VALUES (" + values + ")");
        return "INSERT " + row(" WHERE id = " + id);
    }

    private void define() throws SQLException {
        List<Field> fields = fields();
        List<String> others = fields.stream()
                .map(Field::name)
                .filter(name -> !name.equals("id"))
                .toList();
        String other = others.isEmpty() ? "id" : others.get(random.nextInt(others.size()));
        String place = random.nextInt(3) == 0
                ? " FIRST"
                : random.nextBoolean() ? " AFTER " + fields.get(random.nextInt(fields.size())).name : "";
        String type = TYPES.get(random.nextInt(TYPES.size()));
        switch (random.nextInt(kind == Kind.FOLLOWED ? 9 : 12)) {
            case 0, 1, 2 -> {
                if (fields.size() < 12) {
                    String unset = random.nextBoolean() && !type.equals("TEXT") ? " DEFAULT " + value(type) : "";
                    define("ALTER TABLE " + table + " ADD COLUMN c" + ++names + " " + type + unset + place);
                }
            }
            case 3, 4 -> {
                if (others.size() > 1) {
                    define("ALTER TABLE " + table + " DROP COLUMN " + other);
                }
            }
            case 5 -> {
                if (!others.isEmpty()) {
                    define("ALTER TABLE " + table + " RENAME COLUMN " + other + " TO c" + ++names);
                }
            }
            case 6, 7 -> {
                if (!others.isEmpty() && !place.endsWith(" " + other)) {
                    define("ALTER TABLE " + table + " MODIFY COLUMN " + other + " " + type + place);
                }
            }
            case 8 -> swap();
            case 9 -> define("TRUNCATE TABLE " + table);
            case 10 -> {
                define("DROP TABLE " + table);
                define("CREATE TABLE " + table + " (c" + ++names + " " + type + ", id " + key
                        + " PRIMARY KEY, v TEXT)");
            }
            default -> {
                String away = table + "_away";
                define("RENAME TABLE " + table + " TO " + away);
                define("INSERT INTO " + away + " (id) VALUES (" + ++ids + ")");
                define("RENAME TABLE " + away + " TO " + table);
            }
        }
    }

    /** As the tools do that change a table online; they do not make their copy in the second in which the table was made. */
    private void swap() throws SQLException {
        awaitNextSecond();
        String copy = table + "_gho";
        String old = table + "_del";
        define("CREATE TABLE " + copy + " LIKE " + table);
        define("ALTER TABLE " + copy + " ADD COLUMN c" + ++names + " INT DEFAULT " + names + " FIRST");
        StringJoiner columns = new StringJoiner(", ");
        fields().forEach(field -> columns.add(field.name));
        define("INSERT INTO " + copy + " (" + columns + ") SELECT " + columns + " FROM " + table);
        define("RENAME TABLE " + table + " TO " + old + ", " + copy + " TO " + table);
        define("DROP TABLE " + old);
    }

    private void awaitNextSecond() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean later = false;
            while (!later) {
                try (ResultSet row = statement.executeQuery("SELECT create_time < NOW() FROM information_schema.tables"
                        + " WHERE CONCAT(table_schema, '.', table_name) = '" + table + "'")) {
                    later = !row.next() || row.getBoolean(1);
                }
                Thread.sleep(later ? 0 : 50);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Values may not fit the new type; then the table stays as it is. */
    private void define(String sql) throws SQLException {
        try {
            execute(sql);
        } catch (SQLException e) {
            if (e.getSQLState() == null || e.getSQLState().startsWith("08")) {
                throw e;
            }
        }
    }

    private String value(String type) {
        if (random.nextInt(6) == 0) {
            return "NULL";
        }
        String kind = type.toUpperCase(Locale.ROOT);
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

    private record Field(String name, String type) {}

    private List<Field> fields() throws SQLException {
        List<Field> fields = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet columns = statement.executeQuery("SHOW COLUMNS FROM " + table)) {
            while (columns.next()) {
                fields.add(new Field(columns.getString(1), columns.getString(2)));
            }
        }
        return fields;
    }

    /** Fills the table before anything else. */
    void fill(int rows) throws SQLException {
        for (int from = 0; from < rows; from += 1_000) {
            StringJoiner values = new StringJoiner(", ");
            for (int row = 0; row < 1_000; row++) {
                values.add("(" + ++ids + ", 'filled')");
            }
            execute("INSERT INTO " + table + " (id, v) VALUES " + values);
        }
    }

    /** Changes every row once more, so that all have come in the last structure; returns them as they are then. */
    Map<String, String> touchAll() throws SQLException {
        execute("ALTER TABLE " + table + " ADD COLUMN touched" + ++names + " INT");
        execute("UPDATE " + table + " SET touched" + names + " = 1");
        Map<String, String> rows = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
            while (row.next()) {
                rows.put(row.getString("id"), text(row));
            }
        }
        return rows;
    }

    private Optional<String> anyId() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet ids = statement.executeQuery("SELECT id FROM " + table + " ORDER BY RAND() LIMIT 1")) {
            return ids.next() ? Optional.of(ids.getString(1)) : Optional.empty();
        }
    }

    /** A row as {@link StructureContract} reads messages. */
    private String row(String where) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM " + table + where)) {
            row.next();
            return text(row);
        }
    }

    private static String text(ResultSet row) throws SQLException {
        StringJoiner text = new StringJoiner(", ", "{", "}");
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            text.add(row.getMetaData().getColumnName(column) + "="
                    + StructureContract.plain(String.valueOf(row.getString(column))));
        }
        return text.toString();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
