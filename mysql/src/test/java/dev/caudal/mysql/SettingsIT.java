package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.testkit.TestDatabase;
import dev.caudal.testkit.TestMariaDb;
import dev.caudal.testkit.TestMySql;
import java.util.function.Function;
import java.util.stream.Stream;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sources with other settings, and sources that go away. */
final class SettingsIT {

    static Stream<Function<String[], TestDatabase>> servers() {
        return Stream.of(TestMariaDb::start, TestMySql::start);
    }

    private static Capture changes(TestDatabase server) {
        Capture capture = Capture.start(SourceSettings.of(server, "c.t").changesOnly());
        capture.await(state -> state.log().isPresent());
        return capture;
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_restarted_server_is_a_passing_failure_and_nothing_is_lost(Function<String[], TestDatabase> start) {
        try (TestDatabase server = start.apply(new String[0])) {
            server.execute("CREATE DATABASE c", "CREATE TABLE c.t (id INT PRIMARY KEY)", "CREATE TABLE c.u (id INT)");
            try (Capture capture = changes(server)) {
                server.execute("INSERT INTO c.u VALUES (1)", "INSERT INTO c.t VALUES (1)");
                assertThat(capture.changes(1)).containsExactly("INSERT {'id':1}");
                server.kill();
                assertThat(capture.failure().retryable()).isTrue();
                server.restart();
                server.execute(
                        "INSERT INTO c.t VALUES (2)", "INSERT INTO c.u VALUES (2)", "INSERT INTO c.t VALUES (3)");
                capture.resume();
                assertThat(capture.changes(2)).containsExactly("INSERT {'id':2}", "INSERT {'id':3}");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_purged_log_stops_the_task_with_what_to_do(Function<String[], TestDatabase> start) {
        try (TestDatabase server = start.apply(new String[0])) {
            server.execute("CREATE DATABASE c", "CREATE TABLE c.t (id INT PRIMARY KEY)");
            try (Capture capture = changes(server)) {
                capture.stop();
                server.execute("FLUSH BINARY LOGS", "FLUSH BINARY LOGS");
                String newest = LogListing.last(server).file();
                server.execute("PURGE BINARY LOGS TO '" + newest + "'");
                capture.resume();
                SourceException failure = capture.failure();
                assertThat(failure)
                        .hasMessageContaining("no longer")
                        .hasMessageContaining("reload")
                        .hasMessageContaining("binlog_expire_logs_seconds");
                assertThat(failure.retryable()).isFalse();
            }
        }
    }

    @Test
    void a_server_that_is_gone_without_a_word_is_looked_for_by_the_system() throws Exception {
        try (LogSocket log = new LogSocket();
                SourceConnection connection =
                        log.open(SourceSettings.of(Servers.mariaDb(), "c.t").address())) {
            assertThat(connection.address()).isNotNull();
            assertThat(log.socket().getKeepAlive()).isTrue();
            assertThat(log.socket().getOption(ExtendedSocketOptions.TCP_KEEPIDLE))
                    .isEqualTo(30);
            assertThat(log.socket().getOption(ExtendedSocketOptions.TCP_KEEPINTERVAL))
                    .isEqualTo(10);
            assertThat(log.socket().getOption(ExtendedSocketOptions.TCP_KEEPCOUNT))
                    .isEqualTo(3);
        }
    }

    @Test
    void rolled_back_rows_never_appear() {
        rolledBackRowsNeverAppear(Servers.mariaDb());
    }

    @Test
    void rolled_back_rows_never_appear_without_gtids() {
        try (TestDatabase server = TestMySql.start("--gtid-mode=OFF", "--enforce-gtid-consistency=OFF")) {
            rolledBackRowsNeverAppear(server);
        }
    }

    private static void rolledBackRowsNeverAppear(TestDatabase server) {
        Servers.create(server, "c");
        server.execute(
                "CREATE TABLE c.t (id INT PRIMARY KEY, v VARCHAR(20))",
                "CREATE TABLE c.flat (id INT PRIMARY KEY) ENGINE=MyISAM",
                "CREATE TRIGGER c.copy AFTER INSERT ON c.t FOR EACH ROW INSERT INTO c.flat VALUES (NEW.id)");
        try (Capture capture = changes(server)) {
            server.execute("BEGIN", "INSERT INTO c.t VALUES (1,'gone')", "ROLLBACK");
            server.execute("BEGIN", "INSERT INTO c.t VALUES (2,'stays')", "COMMIT");

            assertThat(capture.changes(1)).containsExactly("INSERT {'id':2,'v':'stays'}");
            capture.expectNothing();
        }
    }
}
