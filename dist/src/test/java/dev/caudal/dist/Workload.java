package dev.caudal.dist;

import dev.caudal.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Random transactions on two selected tables and one that is not, and the ledger of those that were committed. Every
 * change has a number of its own (the row's {@code stamp}), so that each can be told from every other. A transaction
 * whose commit got no answer is looked up in the database.
 */
final class Workload implements AutoCloseable {

    static final String ORDERS = "ledger.orders";
    static final String NOTES = "ledger.notes";

    private static final String OTHER = "ledger.other";

    private final TestDatabase database;
    private final Random random;
    private final Thread thread = new Thread(this::run, "workload");
    private final TreeMap<Integer, Long> orders = new TreeMap<>();
    private final TreeMap<Integer, Long> notes = new TreeMap<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final List<List<Change>> committed = new ArrayList<>();
    private final int seeded;
    private long stamp;
    private long transaction;
    private int nextId;
    private volatile boolean stopped;
    private volatile boolean resting;
    private boolean rests;

    /** Tables with {@code rows} rows each; row i has the stamp 0. */
    Workload(TestDatabase database, Random random, int rows) throws SQLException {
        this.database = database;
        this.random = random;
        this.seeded = rows;
        this.nextId = rows + 1;
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE ledger");
            statement.execute(
                    "CREATE TABLE ledger.orders (id INT PRIMARY KEY, stamp BIGINT NOT NULL, text VARCHAR(40))");
            statement.execute(
                    "CREATE TABLE ledger.notes (name VARCHAR(20) PRIMARY KEY, stamp BIGINT NOT NULL, text VARCHAR(40))");
            statement.execute("CREATE TABLE ledger.other (id BIGINT PRIMARY KEY, text VARCHAR(40))");
            if (rows > 0) {
                statement.execute(
                        "INSERT INTO ledger.orders SELECT seq, 0, CONCAT('order number ', seq) FROM ledger.seq_1_to_"
                                + rows);
                statement.execute(
                        "INSERT INTO ledger.notes SELECT CONCAT('n', LPAD(seq, 9, '0')), 0, CONCAT('note number ', seq) FROM ledger.seq_1_to_"
                                + rows);
            }
        }
    }

    /** A change that was committed; {@code stamp} is the row's, of a DELETE the last one it had. */
    record Change(String table, String operation, int key, long stamp) {}

    /** Runs transactions on a thread of its own from now on. */
    Workload start() {
        thread.start();
        return this;
    }

    private void run() {
        while (!stopped) {
            try (Connection connection = database.connection()) {
                connection.setAutoCommit(false);
                while (!stopped) {
                    rest();
                    transact(connection);
                }
            } catch (SQLException e) {
                pause(200);
            }
        }
    }

    private synchronized void rest() {
        while (resting && !stopped) {
            rests = true;
            notifyAll();
            try {
                wait(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        rests = false;
    }

    /** Waits until no transaction runs, and lets none begin until {@link #goOn}. */
    synchronized void halt() throws InterruptedException {
        resting = true;
        while (!rests) {
            wait(100);
        }
    }

    /** Ends a {@link #halt}. */
    synchronized void goOn() {
        resting = false;
        notifyAll();
    }

    private void transact(Connection connection) throws SQLException {
        undo.clear();
        List<Change> changes = new ArrayList<>();
        long number = ++transaction;
        boolean done = false;
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO " + OTHER + " VALUES (" + number + ", 'done')");
            for (int count = 1 + random.nextInt(random.nextInt(20) == 0 ? 300 : 6); count > 0; count--) {
                change(statement, changes);
            }
            if (random.nextInt(10) == 0) {
                connection.rollback();
            } else {
                connection.commit();
                done = true;
            }
        } catch (SQLException e) {
            done = wasCommitted(number);
            throw e;
        } finally {
            if (done) {
                commit(changes);
            } else {
                while (!undo.isEmpty()) {
                    undo.pop().run();
                }
            }
        }
        pause(2);
    }

    private synchronized void commit(List<Change> changes) {
        committed.add(changes);
    }

    private void change(Statement statement, List<Change> changes) throws SQLException {
        boolean onOrders = random.nextBoolean();
        String table = onOrders ? ORDERS : NOTES;
        NavigableMap<Integer, Long> rows = onOrders ? orders : notes;
        long next = ++stamp;
        int dice = random.nextInt(3);
        if (dice == 0 || rows.isEmpty()) {
            boolean ofSeed = seeded > 0 && random.nextBoolean();
            int key = ofSeed ? 1 + random.nextInt(seeded) : nextId++;
            if (ofSeed) {
                touchSeed(statement, changes, table, rows, key, next);
                return;
            }
            statement.execute("INSERT INTO " + table + " VALUES (" + literal(table, key) + ", " + next + ", 'new')");
            put(rows, key, next);
            changes.add(new Change(table, "INSERT", key, next));
            return;
        }
        Integer key = rows.ceilingKey(random.nextInt(rows.lastKey() + 1));
        if (key == null) {
            return;
        }
        if (dice == 1) {
            statement.execute("UPDATE " + table + " SET stamp = " + next + " WHERE " + where(table, key));
            put(rows, key, next);
            changes.add(new Change(table, "UPDATE", key, next));
        } else {
            statement.execute("DELETE FROM " + table + " WHERE " + where(table, key));
            changes.add(new Change(table, "DELETE", key, put(rows, key, null)));
        }
    }

    /** Notes a row's stamp, null for a row that is gone; returns the one before. */
    private Long put(NavigableMap<Integer, Long> rows, int key, @Nullable Long next) {
        Long before = next == null ? rows.remove(key) : rows.put(key, next);
        undo.push(() -> {
            if (before == null) {
                rows.remove(key);
            } else {
                rows.put(key, before);
            }
        });
        return before == null ? Long.valueOf(-1) : before;
    }

    private void touchSeed(
            Statement statement,
            List<Change> changes,
            String table,
            NavigableMap<Integer, Long> rows,
            int key,
            long next)
            throws SQLException {
        int touched =
                statement.executeUpdate("UPDATE " + table + " SET stamp = " + next + " WHERE " + where(table, key));
        if (touched == 1) {
            put(rows, key, next);
            changes.add(new Change(table, "UPDATE", key, next));
        }
    }

    private static String where(String table, int key) {
        return (table.equals(ORDERS) ? "id = " : "name = ") + literal(table, key);
    }

    private static String literal(String table, int key) {
        return table.equals(ORDERS) ? Integer.toString(key) : "'" + name(key) + "'";
    }

    /** The text key of a number. */
    static String name(int key) {
        return "n%09d".formatted(key);
    }

    private boolean wasCommitted(long number) {
        while (!stopped) {
            try (Connection connection = database.connection();
                    PreparedStatement statement =
                            connection.prepareStatement("SELECT COUNT(*) FROM " + OTHER + " WHERE id = ?")) {
                statement.setLong(1, number);
                try (ResultSet result = statement.executeQuery()) {
                    result.next();
                    return result.getInt(1) == 1;
                }
            } catch (SQLException e) {
                pause(200);
            }
        }
        return false;
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the workload after the transaction that runs. */
    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All changes that were committed, in the order in which they were. */
    synchronized List<Change> ledger() {
        return committed.stream().flatMap(List::stream).toList();
    }

    /** How many changes were committed. */
    synchronized int size() {
        return committed.stream().mapToInt(List::size).sum();
    }
}
