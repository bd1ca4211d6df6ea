package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.core.Message;
import dev.caudal.core.TableId;
import dev.caudal.testkit.Effort;
import dev.caudal.testkit.Seeds;
import dev.caudal.testkit.StructureReplica;
import dev.caudal.testkit.StructureText;
import dev.caudal.testkit.StructureWriter;
import dev.caudal.testkit.StructureWriter.Kind;
import dev.caudal.testkit.Tags;
import dev.caudal.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tables whose structure changes at random amid changes: each message has the row as it was, under the names of then. */
@Tag(Tags.FAULTS)
abstract class StructureContract {

    private static final int TABLES = 3;

    abstract TestDatabase server();

    @Test
    void each_change_has_the_structure_of_its_moment_whatever_came_before_and_wherever_the_task_was_interrupted()
            throws Exception {
        Random random = Seeds.random("structure");
        Servers.create(server(), "structure");
        List<StructureWriter> writers = new ArrayList<>();
        List<Connection> connections = new ArrayList<>();
        for (int number = 0; number < TABLES; number++) {
            connections.add(server().connection());
            writers.add(new StructureWriter(
                    "structure.t" + number, connections.get(number), new Random(random.nextLong()), "INT"));
        }
        Map<TableId, List<String>> came = new HashMap<>();
        String[] tables = writers.stream().map(StructureWriter::table).toArray(String[]::new);
        try (Capture capture =
                Capture.start(SourceSettings.of(server(), tables).transactionRows(1 + random.nextInt(5)))) {
            capture.await(state -> writers.stream().allMatch(each -> state.isLoaded(TableId.parse(each.table()))));
            CompletableFuture<?> writing = writing(writers, Effort.of(150, 3_000));
            Consumer<Message> reader = message -> came.computeIfAbsent(message.table(), table -> new ArrayList<>())
                    .add(StructureText.of(Capture.parse(message)));
            follow(
                    capture,
                    random,
                    writing,
                    reader,
                    () -> writers.stream()
                            .allMatch(each -> came.getOrDefault(TableId.parse(each.table()), List.of())
                                            .size()
                                    >= each.expected().size()));
        }
        for (StructureWriter writer : writers) {
            assertThat(writer.expected()).hasSizeGreaterThan(100);
            writer.requireExpected(came.getOrDefault(TableId.parse(writer.table()), List.of()));
        }
        for (Connection connection : connections) {
            connection.close();
        }
    }

    @Test
    void a_reader_has_the_rows_of_the_server_after_a_load_amid_changes_of_rows_and_structure() throws Exception {
        Random random = Seeds.random("structure amid load");
        Servers.create(server(), "structure");
        try (Connection connection = server().connection()) {
            StructureWriter writer =
                    new StructureWriter("structure.loaded", connection, new Random(random.nextLong()), "INT");
            writer.only(Kind.FOLLOWED);
            writer.fill(Effort.of(5_000, 200_000));
            StructureReplica replica = new StructureReplica();
            try (Capture capture = Capture.start(SourceSettings.of(server(), writer.table())
                    .epoch(Duration.ofMillis(100 + random.nextInt(300)))
                    .transactionRows(1 + random.nextInt(5)))) {
                follow(
                        capture,
                        random,
                        writing(writer, Effort.of(30, 1_500)),
                        message -> take(replica, message),
                        () -> true);
                Map<String, String> rows = writer.touchAll();
                follow(
                        capture,
                        random,
                        CompletableFuture.completedFuture(null),
                        message -> take(replica, message),
                        () -> replica.rows().equals(rows));
                assertThat(replica.rows()).isEqualTo(rows);
            }
        }
    }

    @Test
    void a_reader_has_the_rows_of_the_server_after_a_reload_whatever_happened_before() throws Exception {
        Random random = Seeds.random("structure before reload");
        Servers.create(server(), "structure");
        List<StructureWriter> writers = new ArrayList<>();
        for (String key : List.of("INT", "VARCHAR(20)", "BIGINT UNSIGNED")) {
            writers.add(new StructureWriter(
                    "structure.r" + writers.size(), server().connection(), new Random(random.nextLong()), key));
        }
        for (StructureWriter writer : writers) {
            writer.fill(Effort.of(1_000, 60_000));
            writer.only(Kind.ANY);
        }
        try (Capture capture = Capture.start(SourceSettings.of(
                        server(), writers.stream().map(StructureWriter::table).toArray(String[]::new))
                .connections(1 + random.nextInt(3))
                .epoch(Duration.ofMillis(1 + random.nextInt(300)))
                .transactionRows(1 + random.nextInt(5)))) {
            for (int reload = 0; reload < Effort.of(2, 10); reload++) {
                CompletableFuture<?> anything = writing(writers, Effort.of(15, 200));
                while (!anything.isDone() && goesOn(capture, random)) {}
                anything.join();
                Map<TableId, StructureReplica> replicas = new HashMap<>();
                for (StructureWriter writer : writers) {
                    TableId table = TableId.parse(writer.table());
                    replicas.put(table, new StructureReplica());
                    reload(capture, table);
                    writer.only(Kind.FOLLOWED);
                }
                Consumer<Message> reader =
                        message -> take(Objects.requireNonNull(replicas.get(message.table())), message);
                follow(capture, random, writing(writers, Effort.of(15, 200)), reader, () -> true);
                Map<TableId, Map<String, String>> rows = new HashMap<>();
                for (StructureWriter writer : writers) {
                    rows.put(TableId.parse(writer.table()), writer.touchAll());
                    writer.only(Kind.ANY);
                }
                follow(
                        capture,
                        random,
                        CompletableFuture.completedFuture(null),
                        reader,
                        () -> rows.entrySet().stream()
                                .allMatch(each -> Objects.requireNonNull(replicas.get(each.getKey()))
                                        .rows()
                                        .equals(each.getValue())));
                rows.forEach((table, expected) -> assertThat(
                                Objects.requireNonNull(replicas.get(table)).rows())
                        .as("%s, %s", table, capture.state().suspension(table))
                        .isEqualTo(expected));
            }
        }
        for (StructureWriter writer : writers) {
            writer.close();
        }
    }

    /** Loads a table anew, suspended or not. */
    private static void reload(Capture capture, TableId table) {
        Map<String, String> partition = TaskState.tablePartition(table);
        capture.resume(Map.entry(
                partition, TaskState.loadedAgain(capture.offsets().getOrDefault(partition, Map.of("load", 0L)))));
    }

    /** Reads and forgets; false once every table is suspended, since each was away at a moment. */
    private static boolean goesOn(Capture capture, Random random) throws InterruptedException {
        try {
            read(capture, random, message -> {});
            return true;
        } catch (AssertionError e) {
            assertThat(e).hasMessageContaining("is not on");
            return false;
        }
    }

    private static CompletableFuture<Void> writing(List<StructureWriter> writers, int steps) {
        return CompletableFuture.allOf(
                writers.stream().map(writer -> writing(writer, steps)).toArray(CompletableFuture[]::new));
    }

    private static CompletableFuture<Void> writing(StructureWriter writer, int steps) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        for (int step = 0; step < steps; step++) {
                            writer.step();
                        }
                    } catch (SQLException e) {
                        throw new AssertionError(e);
                    }
                },
                task -> new Thread(task, writer.table()).start());
    }

    /** Reads until nothing is written any more, and nothing comes for a while: a minute where the reader lacks something. */
    private static void follow(
            Capture capture,
            Random random,
            CompletableFuture<?> writing,
            Consumer<Message> reader,
            BooleanSupplier whole)
            throws InterruptedException {
        for (int quiet = 0; quiet < 5 || quiet < 300 && !whole.getAsBoolean(); ) {
            boolean writes = !writing.isDone();
            quiet = read(capture, random, reader) || writes || capture.state().isLoading() ? 0 : quiet + 1;
        }
        writing.join();
    }

    /** Takes over a batch; now and then the task is interrupted behind it, and goes on at once or later. */
    private static boolean read(Capture capture, Random random, Consumer<Message> reader) throws InterruptedException {
        boolean something = true;
        try {
            something = capture.batch(Duration.ofMillis(200)).isPresent();
        } catch (SourceException e) {
            // As a task does it.
            assertThat(e).matches(SourceException::retryable);
            capture.resume();
        }
        for (Message message : capture.take(capture.waiting())) {
            reader.accept(message);
        }
        if (random.nextInt(40) == 0) {
            capture.stop();
            Thread.sleep(random.nextInt(3) == 0 ? random.nextInt(1_500) : 0);
            capture.resume();
        }
        return something;
    }

    private static void take(StructureReplica replica, Message message) {
        replica.take(Capture.parse(message), message.load());
    }
}
