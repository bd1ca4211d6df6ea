package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.core.AtMessage;
import dev.caudal.testkit.TestDatabase;
import dev.caudal.testkit.TestMariaDb;
import dev.caudal.testkit.TestMySql;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A log that the server compresses: MySQL by transaction, MariaDB by event. */
final class CompressedLogIT {

    static Stream<Supplier<TestDatabase>> servers() {
        return Stream.of(
                () -> TestMySql.start("--binlog-transaction-compression=ON"),
                () -> TestMariaDb.start("--log-bin-compress=ON", "--log-bin-compress-min-len=10"));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_compressed_log_is_read_like_any_other(Supplier<TestDatabase> start) throws InterruptedException {
        try (TestDatabase server = start.get()) {
            server.execute(
                    "CREATE DATABASE c",
                    "CREATE TABLE c.t (id INT PRIMARY KEY, v LONGTEXT)",
                    "CREATE TABLE c.other (id INT PRIMARY KEY)");
            changesOfEveryKind(server);
            aStartAtATime(server);
        }
    }

    private static void changesOfEveryKind(TestDatabase server) {
        try (Capture capture = changes(SourceSettings.of(server, "c.t"))) {
            server.execute(
                    "BEGIN",
                    "INSERT INTO c.other VALUES (1)",
                    "INSERT INTO c.t VALUES (1, REPEAT('x', 40)), (2, NULL)",
                    "UPDATE c.t SET v = REPEAT('y', 30)",
                    "COMMIT");
            server.execute("ALTER TABLE c.t ADD COLUMN w INT /* " + "a long comment ".repeat(10) + " */");
            server.execute("DELETE FROM c.t WHERE id = 1", "INSERT INTO c.t VALUES (3, REPEAT('z', 10000000), 7)");
            List<AtMessage> messages = capture.messages(6);

            assertThat(messages)
                    .extracting(message -> message.headers().operation() + " "
                            + message.data().get("id") + " "
                            + message.data().get("v").asText().length())
                    .containsExactly(
                            "INSERT 1 40",
                            "INSERT 2 4",
                            "UPDATE 1 30",
                            "UPDATE 2 30",
                            "DELETE 1 30",
                            "INSERT 3 10000000");
            assertThat(messages)
                    .extracting(message -> message.headers().streamPosition())
                    .doesNotHaveDuplicates();
            assertThat(messages)
                    .extracting(message -> message.headers().transactionLastEvent())
                    .containsExactly(false, false, false, true, true, true);
        }
    }

    private static void aStartAtATime(TestDatabase server) throws InterruptedException {
        SourceSettings settings = SourceSettings.of(server, "c.t").changesOnly();
        server.value("SELECT SLEEP(1.1)");
        Instant moment = Instant.ofEpochSecond(Long.parseLong(server.value("SELECT UNIX_TIMESTAMP()")));
        server.execute("INSERT INTO c.t (id) VALUES (100)");

        BinlogCoordinate place = new LogSearch(settings.address()).at(moment);

        var offsets = Map.of(TaskState.logPartition(), TaskState.movedTo(place, Map.of()));
        try (Capture capture = new Capture(settings.config(), offsets)) {
            assertThat(capture.message().data().get("id").asInt()).isEqualTo(100);
        }
    }

    private static Capture changes(SourceSettings settings) {
        Capture capture = Capture.start(settings.changesOnly());
        capture.await(state -> state.log().isPresent());
        return capture;
    }
}
