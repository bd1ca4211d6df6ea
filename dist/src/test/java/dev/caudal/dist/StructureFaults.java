package dev.caudal.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.dist.StructureReader.Judged;
import dev.caudal.testkit.Effort;
import dev.caudal.testkit.Eventually;
import dev.caudal.testkit.StructureWriter;
import dev.caudal.testkit.StructureWriter.Kind;
import dev.caudal.testkit.TestDatabase;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * A task that is killed again and again, at times its source or its broker instead, while rows and structure of its tables
 * change at random. Each round ends with a comparison of what a reader of the topics has with what the server has, table by
 * table, and of the changes that came with those that were made.
 */
final class StructureFaults implements AutoCloseable {
    private static final int ROWS = Effort.of(20_000, 40_000);
    private static final int KILLS = Effort.of(2, 6);

    private final Random random;
    private final KilledTask task;
    private final TestDatabase database;
    private final StructureWriters writers;
    private final StructureReader reader;
    private final Map<Victim, Integer> kills = new EnumMap<>(Victim.class);

    private enum Victim {
        TASK,
        DATABASE,
        BROKER
    }

    StructureFaults(TestDatabase database, KilledTask task, Random random) throws Exception {
        this.random = random;
        this.task = task;
        this.database = database;
        this.writers = new StructureWriters(database, random);
        this.reader = new StructureReader(task.bootstrapServers(), writers.tables());
    }

    /** Rounds, until the time is over. */
    void run() throws Exception {
        long begin = System.nanoTime();
        writers.fill(ROWS);
        task.create(database, writers.tables());
        await("messages come", () -> reader.size() > 0);
        round();
        while (Effort.isTimeLeft(begin)) {
            task.reload();
            round();
        }
    }

    private void round() throws Exception {
        anything();
        loadAmidChanges();
        changes();
        System.out.println("kills: " + kills + ", " + reader);
    }

    /** Tables may be away while they are loaded; then the task says so, and stops once all were. */
    private void anything() throws Exception {
        reader.judge(Judged.NOTHING);
        boolean all = random.nextBoolean();
        writers.start(Kind.ANY, all);
        kill(1, all, false);
        writers.rest();
        task.client()
                .status("task")
                .ifPresent(status -> assertThat(status.reason())
                        .matches(reason -> reason.isEmpty() || reason.contains("is not on")));
    }

    private void loadAmidChanges() throws Exception {
        stop();
        reader.judge(Judged.ROWS);
        writers.fill(ROWS);
        boolean all = random.nextBoolean();
        writers.start(Kind.FOLLOWED, all);
        task.reload();
        kill(KILLS, all, true);
        writers.rest();
        Map<String, Map<String, String>> rows = new HashMap<>();
        for (StructureWriter writer : writers.all()) {
            rows.put(writer.table(), writer.touchAll());
        }
        kill(1, true, true);
        try {
            await(
                    "the reader has the rows of the server",
                    () -> rows.entrySet().stream()
                            .allMatch(table -> reader.rows(table.getKey()).equals(table.getValue())));
        } finally {
            assertThat(reader.faults()).isEmpty();
            rows.forEach((table, expected) ->
                    assertThat(reader.rows(table)).as(table).isEqualTo(expected));
        }
    }

    private void changes() throws Exception {
        reader.judge(Judged.CHANGES);
        boolean all = random.nextBoolean();
        writers.start(Kind.EXACT, all);
        kill(KILLS, all, true);
        writers.rest();
        await(
                "all changes have come",
                () -> writers.all().stream()
                        .allMatch(writer -> reader.changes(writer.table()).size()
                                >= writer.expected().size()));
        stop();
        for (StructureWriter writer : writers.all()) {
            writer.requireExpected(reader.changes(writer.table()));
        }
        assertThat(reader.faults()).isEmpty();
    }

    private void stop() throws Exception {
        task.stop();
        reader.awaitEnd();
    }

    /** Mostly amid messages, else while the task starts; what starts later finds more of the log. */
    private void kill(int times, boolean all, boolean flows) throws Exception {
        for (int kill = 0; kill < times; kill++) {
            if (flows && random.nextInt(4) != 0) {
                long seen = reader.size();
                await("messages flow", () -> reader.size() > seen);
            }
            Thread.sleep(random.nextInt(random.nextBoolean() ? 300 : 3_000));
            kill(all && random.nextInt(3) != 0 ? Victim.values()[1 + random.nextInt(2)] : Victim.TASK);
        }
    }

    private void kill(Victim victim) throws Exception {
        kills.merge(victim, 1, Integer::sum);
        switch (victim) {
            case TASK -> {
                task.kill();
                pause();
                task.restart();
            }
            case DATABASE -> {
                database.kill();
                pause();
                database.restart();
            }
            case BROKER -> task.killBroker();
        }
    }

    private void pause() throws InterruptedException {
        Thread.sleep(random.nextInt(3) == 0 ? random.nextInt(3_000) : 0);
    }

    private void await(String what, Eventually.Condition condition) {
        Eventually.holds(what, () -> {
            requireNotFailed();
            return condition.holds();
        });
    }

    /** A worker whose broker was killed refuses to answer for a while. */
    private void requireNotFailed() {
        try {
            Delivery.requireNotFailed(task.client());
        } catch (RuntimeException e) {
            System.out.println("The worker does not tell of the task: " + e.getMessage());
        }
    }

    @Override
    public void close() throws Exception {
        reader.close();
        writers.close();
    }
}
