package dev.caudal.testkit;

import dev.caudal.testkit.ChangingTable.Field;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/** Random definitions of a table. Those that a server refuses are passed over. */
final class StructureChanges {
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
    private static final int COLUMNS = 12;
    private static final int ALL = 12;
    private static final int THAT_KEEP_ROWS = 9;

    private final ChangingTable table;
    private final Random random;
    private final String key;
    private final String away;
    private final String copy;
    private final String old;

    StructureChanges(ChangingTable table, Random random, String key) {
        this.table = table;
        this.random = random;
        this.key = key;
        this.away = table.name() + "_away";
        this.copy = table.name() + "_gho";
        this.old = table.name() + "_del";
    }

    /** Ends what was cut off when the server was killed. */
    void finish() throws SQLException {
        table.define("RENAME TABLE " + away + " TO " + table.name());
        table.define("RENAME TABLE " + copy + " TO " + table.name());
        table.execute("CREATE TABLE IF NOT EXISTS %s (id %s PRIMARY KEY, v TEXT)".formatted(table.name(), key));
        table.execute("DROP TABLE IF EXISTS " + copy + ", " + old);
    }

    /** One definition, or several that belong together; only such as leave all rows where they are, if so wanted. */
    void next(boolean keepRows) throws SQLException {
        var fields = table.fields();
        var others =
                fields.stream().filter(field -> !field.isKey()).map(Field::name).toList();
        var other = others.isEmpty() ? "id" : table.any(others);
        var place = random.nextInt(3) == 0
                ? " FIRST"
                : random.nextBoolean() ? " AFTER " + table.any(fields).name() : "";
        var type = table.any(TYPES);
        switch (random.nextInt(keepRows ? THAT_KEEP_ROWS : ALL)) {
            case 0, 1, 2 -> {
                if (fields.size() < COLUMNS) {
                    var unset = random.nextBoolean() && !type.equals("TEXT") ? " DEFAULT " + table.value(type) : "";
                    alter("ADD COLUMN " + table.newColumn() + " " + type + unset + place);
                }
            }
            case 3, 4 -> {
                if (others.size() > 1) {
                    alter("DROP COLUMN " + other);
                }
            }
            case 5 -> {
                if (!others.isEmpty()) {
                    alter("RENAME COLUMN " + other + " TO " + table.newColumn());
                }
            }
            case 6, 7 -> {
                if (!others.isEmpty() && !place.endsWith(" " + other)) {
                    alter("MODIFY COLUMN " + other + " " + type + place);
                }
            }
            case 8 -> swap();
            case 9 -> table.define("TRUNCATE TABLE " + table.name());
            case 10 -> makeAnew(type);
            default -> leaveAndReturn();
        }
    }

    private void alter(String what) throws SQLException {
        table.define("ALTER TABLE " + table.name() + " " + what);
    }

    private void makeAnew(String type) throws SQLException {
        table.define("DROP TABLE " + table.name());
        table.define("CREATE TABLE %s (%s %s, id %s PRIMARY KEY, v TEXT)"
                .formatted(table.name(), table.newColumn(), type, key));
    }

    private void leaveAndReturn() throws SQLException {
        table.define("RENAME TABLE " + table.name() + " TO " + away);
        table.define("INSERT INTO " + away + " (id) VALUES (" + table.newId() + ")");
        table.define("RENAME TABLE " + away + " TO " + table.name());
    }

    /** As the tools do that change a table online; they do not make their copy in the second in which the table was made. */
    private void swap() throws SQLException {
        awaitNextSecond();
        table.define("CREATE TABLE " + copy + " LIKE " + table.name());
        table.define("ALTER TABLE " + copy + " ADD COLUMN " + table.newColumn() + " INT DEFAULT 7 FIRST");
        var columns = new StringJoiner(", ");
        table.fields().forEach(field -> columns.add(field.name()));
        table.define("INSERT INTO " + copy + " (" + columns + ") SELECT " + columns + " FROM " + table.name());
        table.define("RENAME TABLE " + table.name() + " TO " + old + ", " + copy + " TO " + table.name());
        table.define("DROP TABLE " + old);
    }

    private void awaitNextSecond() throws SQLException {
        try {
            while (table.first("SELECT 1 FROM information_schema.tables WHERE create_time >= NOW()"
                            + " AND CONCAT(table_schema, '.', table_name) = '" + table.name() + "'")
                    .isPresent()) {
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
