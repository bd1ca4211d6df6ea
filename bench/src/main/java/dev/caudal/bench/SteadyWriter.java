package dev.caudal.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Commits rows one by one at a steady rate on a thread of its own, and notes when each commit returned. The row of number
 * i (from 0) has the key i + 1; probes have keys behind {@link #PROBES}.
 */
final class SteadyWriter implements AutoCloseable {
    /** The first key of a probe. */
    static final int PROBES = 1_000_000_000;

    private final Connection connection;
    private final PreparedStatement insert;
    private final long periodNanos;
    private final long[] commits;
    private final Thread thread = new Thread(this::run, "writer");
    private final AtomicReference<@Nullable SQLException> failure = new AtomicReference<>();
    private int probes;
    private volatile boolean closed;

    SteadyWriter(BenchDatabase database, int perSecond, int total) throws SQLException {
        connection = database.connect();
        insert = connection.prepareStatement("INSERT INTO bench.%s VALUES (?, 'Cibinong', 'IDN', 'West Java', 101300)"
                .formatted(BenchDatabase.LIVE));
        periodNanos = 1_000_000_000L / perSecond;
        commits = new long[total];
        thread.setDaemon(true);
    }

    /** How many rows it writes. */
    int total() {
        return commits.length;
    }

    /** Commits a row that does not count. */
    void probe() throws SQLException {
        insert(PROBES + probes++);
    }

    /** Begins. */
    void start() {
        thread.start();
    }

    private void run() {
        long begin = System.nanoTime();
        try {
            for (int row = 0; row < commits.length && !closed; row++) {
                long due = begin + row * periodNanos;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                insert(row + 1);
                commits[row] = System.nanoTime();
            }
        } catch (SQLException e) {
            failure.set(e);
        }
    }

    private void insert(int key) throws SQLException {
        insert.setInt(1, key);
        insert.executeUpdate();
    }

    /** When each commit returned, by {@link System#nanoTime()}; waits until all did. */
    long[] commits() throws InterruptedException, SQLException {
        thread.join();
        var failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        return commits.clone();
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        connection.close();
    }
}
