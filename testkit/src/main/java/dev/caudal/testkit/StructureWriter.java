package dev.caudal.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.StringJoiner;

/**
 * Changes one table and its structure at random, and knows which messages must come: after each change it asks the server
 * for the row, in the same transaction. For one thread.
 */
public final class StructureWriter implements AutoCloseable {
    private static final int FILLED_AT_ONCE = 1_000;

    private final ChangingTable table;
    private final StructureChanges definitions;
    private final Random random;
    private final String commits;
    private final List<String> expected = new ArrayList<>();
    private Connection connection;
    private Kind kind = Kind.EXACT;
    private boolean prepares = true;
    private List<String> sent = List.of();
    private int commit;

    /** What is done. */
    public enum Kind {
        /** Only what makes messages that are known before. */
        EXACT,
        /** Anything. */
        ANY,
        /** Whatever readers can follow by messages: definitions leave all rows where they are. */
        FOLLOWED
    }

    /**
     * Makes the table anew.
     *
     * @param name schema and table
     * @param connection its own, closed with it
     * @param random its own
     * @param key the type of the primary key
     * @throws SQLException when the server refuses
     */
    public StructureWriter(String name, Connection connection, Random random, String key) throws SQLException {
        this.table = new ChangingTable(connection, random, name);
        this.definitions = new StructureChanges(table, random, key);
        this.connection = connection;
        this.random = random;
        table.execute("DROP TABLE IF EXISTS " + name);
        table.execute("CREATE TABLE " + name + " (id " + key + " PRIMARY KEY, v VARCHAR(40))");
        this.commits = name + "_commits";
        table.execute("DROP TABLE IF EXISTS " + commits);
        table.execute("CREATE TABLE " + commits + " (number INT)");
        table.execute("INSERT INTO " + commits + " VALUES (0)");
    }

    /**
     * Does such things from now on, and forgets what was expected.
     *
     * @param other what
     */
    public void only(Kind other) {
        only(other, true);
    }

    /**
     * The same for a server that may be killed meanwhile: {@link #recover} goes on then.
     *
     * @param other what
     * @param preparing whether distributed transactions may be prepared, which {@link #recover} does not settle
     */
    public void only(Kind other, boolean preparing) {
        kind = other;
        prepares = preparing;
        expected.clear();
    }

    /**
     * Whether a failure of {@link #step} says that the server is away, and not that it refuses.
     *
     * @param failure what was thrown
     * @return whether {@link #recover} may help
     */
    public static boolean isAway(SQLException failure) {
        return ChangingTable.isAway(failure);
    }

    /**
     * Goes on after the server was killed: looks whether the transaction that was cut off counts, and ends a definition that
     * was.
     *
     * @param other a new connection, its own
     * @throws SQLException when the server is away, or refuses; then it may be tried again
     */
    public void recover(Connection other) throws SQLException {
        connection.close();
        connection = other;
        table.reconnect(other);
        definitions.finish();
        if (table.first("SELECT number FROM " + commits)
                .filter(Integer.toString(commit)::equals)
                .isPresent()) {
            expected.addAll(sent);
        }
        sent = List.of();
    }

    /**
     * The messages that must have come, in their order.
     *
     * @return each as {@link StructureText} has it; true only if {@link Kind#EXACT} was done
     */
    public List<String> expected() {
        return List.copyOf(expected);
    }

    /**
     * Judges what came; there are thousands, and the first that differs says most.
     *
     * @param came messages in their order, each as {@link StructureText} has it
     * @throws AssertionError where they are not the {@link #expected} ones
     */
    public void requireExpected(List<String> came) {
        for (int number = 0; number < Math.max(expected.size(), came.size()); number++) {
            var wanted = number < expected.size() ? expected.get(number) : "no message";
            var found = number < came.size() ? came.get(number) : "no message";
            if (!found.equals(wanted)) {
                var before = expected.subList(
                        Math.max(0, Math.min(number, expected.size()) - 3), Math.min(number, expected.size()));
                throw new AssertionError("%s, message %d of %d, after %s: expected %s, and there came %s"
                        .formatted(table(), number, expected.size(), before, wanted, found));
            }
        }
    }

    /**
     * The table.
     *
     * @return schema and name
     */
    public String table() {
        return table.name();
    }

    /**
     * One thing more: mostly a transaction, now and then a definition or several with changes between them.
     *
     * @throws SQLException when the server is away, or refuses a change
     */
    public void step() throws SQLException {
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

    private void define() throws SQLException {
        definitions.next(kind == Kind.FOLLOWED);
    }

    private void transaction() throws SQLException {
        boolean distributed = random.nextInt(5) == 0;
        var xid = "'" + table.name() + "','" + random.nextInt(3) + "'";
        boolean counts = random.nextInt(6) != 0;
        boolean onePhase = distributed && counts && random.nextBoolean();
        distributed = onePhase || distributed && prepares;
        table.execute(distributed ? "XA START " + xid : "BEGIN");
        var changes = new ArrayList<String>();
        for (int left = 1 + random.nextInt(5); left > 0; left--) {
            change().ifPresent(changes::add);
        }
        table.execute("UPDATE " + commits + " SET number = " + ++commit);
        sent = changes;
        if (distributed) {
            table.execute("XA END " + xid);
            if (!onePhase) {
                table.execute("XA PREPARE " + xid);
            }
        }
        table.execute((distributed ? "XA " : "")
                + (counts ? "COMMIT " : "ROLLBACK ")
                + (distributed ? xid : "")
                + (onePhase ? " ONE PHASE" : ""));
        if (counts) {
            expected.addAll(sent);
        }
        sent = List.of();
    }

    private Optional<String> change() throws SQLException {
        var id = table.anyId();
        int chance = random.nextInt(10);
        if (id.isEmpty() || chance < 4) {
            return Optional.of(insert());
        }
        if (kind != Kind.EXACT && random.nextInt(4) == 0) {
            several(id.get());
            return Optional.empty();
        }
        var where = " WHERE id = " + id.get();
        var before = table.row(where);
        if (chance < 6) {
            table.execute("DELETE FROM " + table.name() + where);
            return Optional.of("DELETE " + before);
        }
        var field = table.any(table.fields());
        var key = field.isKey() ? table.newId() : id.get();
        var value = field.isKey() ? key : table.value(field.type());
        table.execute("UPDATE " + table.name() + " SET " + field.name() + " = " + value + where);
        var after = table.row(" WHERE id = " + key);
        return before.equals(after) ? Optional.empty() : Optional.of("UPDATE " + after);
    }

    /** Changes of which the server chooses how it logs them. */
    private void several(String id) throws SQLException {
        var field = table.any(table.fields());
        if (random.nextBoolean() || field.isKey()) {
            table.execute("REPLACE INTO " + table.name() + " (id) VALUES (" + id + "), (" + table.newId() + ")");
            return;
        }
        var order = " ORDER BY id " + (random.nextBoolean() ? "DESC" : "ASC") + " LIMIT ";
        table.execute("UPDATE " + table.name() + " SET " + field.name() + " = " + table.value(field.type())
                + " WHERE id >= " + id + order + (1 + random.nextInt(20)));
        table.execute("DELETE FROM " + table.name() + " WHERE id < " + id + order + 2);
    }

    private String insert() throws SQLException {
        var names = new StringJoiner(", ");
        var values = new StringJoiner(", ");
        var id = table.newId();
        for (var field : table.fields()) {
            if (field.isKey() || random.nextBoolean()) {
                names.add(field.name());
                values.add(field.isKey() ? id : table.value(field.type()));
            }
        }
        table.execute("INSERT INTO " + table.name() + " (" + names + ") VALUES (" + values + ")");
        return "INSERT " + table.row(" WHERE id = " + id);
    }

    /**
     * Adds rows that have only a key.
     *
     * @param rows how many, rounded up to a thousand
     * @throws SQLException when the server refuses
     */
    public void fill(int rows) throws SQLException {
        for (int from = 0; from < rows; from += FILLED_AT_ONCE) {
            var values = new StringJoiner(", ");
            for (int row = 0; row < FILLED_AT_ONCE; row++) {
                values.add("(" + table.newId() + ")");
            }
            table.execute("INSERT INTO " + table.name() + " (id) VALUES " + values);
        }
    }

    /**
     * Changes every row once more, so that all have come in the last structure.
     *
     * @return by key the text of each row as it is then
     * @throws SQLException when the server refuses
     */
    public Map<String, String> touchAll() throws SQLException {
        var column = table.newColumn();
        table.execute("ALTER TABLE " + table.name() + " ADD COLUMN " + column + " INT");
        table.execute("UPDATE " + table.name() + " SET " + column + " = 1");
        return table.rows();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
