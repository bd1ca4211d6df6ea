package dev.caudal.dist;

import dev.caudal.testkit.Eventually;
import dev.caudal.testkit.StructureWriter;
import dev.caudal.testkit.StructureWriter.Kind;
import dev.caudal.testkit.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Several tables that are changed at once, each by a thread of its own, until they are told to rest. */
final class StructureWriters implements AutoCloseable {
    private static final List<String> KEYS = List.of("INT", "VARCHAR(20)", "BIGINT UNSIGNED");
    private static final int PAUSE = 10;

    private final TestDatabase database;
    private final List<StructureWriter> all = new ArrayList<>();
    private final List<CompletableFuture<?>> running = new ArrayList<>();
    private volatile boolean resting = true;

    StructureWriters(TestDatabase database, Random random) throws SQLException {
        this.database = database;
        database.execute("CREATE DATABASE structure");
        for (var key : KEYS) {
            all.add(new StructureWriter(
                    "structure.t" + all.size(), database.connection(), new Random(random.nextLong()), key));
        }
    }

    List<StructureWriter> all() {
        return all;
    }

    List<String> tables() {
        return all.stream().map(StructureWriter::table).toList();
    }

    void fill(int rows) throws SQLException {
        for (var writer : all) {
            writer.fill(rows);
        }
    }

    /** Lets them change things from now on; {@code killed} where the server may be killed meanwhile. */
    void start(Kind kind, boolean killed) {
        resting = false;
        for (var writer : all) {
            writer.only(kind, !killed);
            running.add(
                    CompletableFuture.runAsync(() -> write(writer), task -> new Thread(task, writer.table()).start()));
        }
    }

    private void write(StructureWriter writer) {
        try {
            while (!resting) {
                step(writer);
                Thread.sleep(PAUSE);
            }
        } catch (SQLException | InterruptedException e) {
            throw new AssertionError(writer.table() + ": " + e.getMessage(), e);
        }
    }

    private void step(StructureWriter writer) throws SQLException {
        try {
            writer.step();
        } catch (SQLException e) {
            if (!StructureWriter.isAway(e)) {
                throw e;
            }
            Eventually.holds("the server of " + writer.table() + " is back", () -> isRecovered(writer));
        }
    }

    private boolean isRecovered(StructureWriter writer) throws SQLException {
        try {
            writer.recover(database.connection());
            return true;
        } catch (SQLException e) {
            if (!StructureWriter.isAway(e)) {
                throw e;
            }
            return false;
        }
    }

    /** Waits until all has been committed; throws what a server refused. */
    void rest() {
        resting = true;
        running.forEach(CompletableFuture::join);
        running.clear();
    }

    @Override
    public void close() throws SQLException {
        rest();
        for (var writer : all) {
            writer.close();
        }
    }
}
