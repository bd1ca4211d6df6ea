package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server is lost, and another one of its replication takes over. */
abstract class FailoverContract {

    private TestDatabase primary;
    private TestDatabase replica;

    /** A server whose log names transactions; {@code number} is its own among the servers. */
    abstract TestDatabase start(int number);

    /** Forgets all that was logged. */
    abstract void reset(TestDatabase server);

    /** Lets {@code replica} follow {@code primary} by the user {@code repl}. */
    abstract void follow(TestDatabase replica, TestDatabase primary);

    abstract void endFollowing(TestDatabase replica);

    /** A statement that puts the transactions behind it into another order of their own, where the server has such. */
    abstract String otherDomain();

    @BeforeEach
    void startServers() {
        primary = start(1);
        replica = start(2);
        reset(primary);
        reset(replica);
        primary.execute(
                "CREATE USER repl@'%' IDENTIFIED BY 'secret'",
                "GRANT REPLICATION SLAVE ON *.* TO repl@'%'",
                "CREATE DATABASE f",
                "CREATE TABLE f.t (id INT PRIMARY KEY, v VARCHAR(20))",
                "INSERT INTO f.t VALUES (1, 'one')");
        follow(replica, primary);
    }

    @AfterEach
    void stopServers() {
        primary.close();
        replica.close();
    }

    private SourceSettings settings() {
        SourceSettings settings = SourceSettings.of(primary, "f.t");
        return settings.address(
                settings.address().withStandby(List.of(new SourceConfig.Standby(replica.host(), replica.port()))));
    }

    @Test
    void the_standby_takes_over_without_loss_or_repetition() {
        try (Capture capture = Capture.start(settings())) {
            assertThat(capture.changes(1)).containsExactly("REFRESH {'id':1,'v':'one'}");
            primary.execute("INSERT INTO f.t VALUES (2, 'two')", "FLUSH BINARY LOGS");
            replica.execute("FLUSH BINARY LOGS", "FLUSH BINARY LOGS");
            primary.execute(otherDomain(), "INSERT INTO f.t VALUES (3, 'three')");
            assertThat(capture.changes(2)).hasSize(2);
            capture.stop();
            primary.execute("UPDATE f.t SET v = 'unseen' WHERE id = 2", otherDomain(), "DELETE FROM f.t WHERE id = 3");
            replicated();
            primary.kill();
            endFollowing(replica);
            replica.execute("INSERT INTO f.t VALUES (4, 'four')");
            capture.resume();

            assertThat(capture.changes(3))
                    .containsExactlyInAnyOrder(
                            "UPDATE {'id':2,'v':'unseen'}",
                            "DELETE {'id':3,'v':'three'}",
                            "INSERT {'id':4,'v':'four'}");
            assertThat(capture.events()).anyMatch(event -> event.startsWith("FAIL_OVER: "));
            replica.execute("INSERT INTO f.t VALUES (5, 'five')");
            assertThat(capture.changes(1)).containsExactly("INSERT {'id':5,'v':'five'}");
            capture.stop();
            replica.execute("INSERT INTO f.t VALUES (6, 'six')");
            capture.resume();
            assertThat(capture.changes(1)).containsExactly("INSERT {'id':6,'v':'six'}");
            capture.expectNothing();
        }
    }

    @Test
    void what_was_prepared_on_the_lost_server_comes_when_the_standby_commits_it() {
        try (Capture capture = Capture.start(settings())) {
            capture.take(1);
            primary.execute("XA START 'x'", "INSERT INTO f.t VALUES (2, 'x')", "XA END 'x'", "XA PREPARE 'x'");
            primary.execute("INSERT INTO f.t VALUES (3, 'three')");
            capture.take(1);
            capture.stop();
            replicated();
            primary.kill();
            endFollowing(replica);
            replica.execute("XA COMMIT 'x'");
            capture.resume();

            assertThat(capture.changes(1)).containsExactly("INSERT {'id':2,'v':'x'}");
        }
    }

    @Test
    void a_standby_that_lacks_what_was_delivered_is_waited_for() {
        try (Capture capture = Capture.start(settings())) {
            capture.changes(1);
            replicated();
            endFollowing(replica);
            primary.execute("INSERT INTO f.t VALUES (2, 'two')");
            capture.changes(1);
            capture.stop();
            primary.kill();
            capture.resume();

            SourceException failure = capture.failure();
            assertThat(failure.retryable()).isTrue();
            assertThat(failure).hasMessageContaining("lacks transactions that were delivered");
        }
    }

    /** Waits until the replica has all of the primary's rows. */
    private void replicated() {
        String rows = "SELECT GROUP_CONCAT(id, v ORDER BY id) FROM f.t";
        String wanted = primary.value(rows);
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!replica.value("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'f'")
                        .equals("1")
                || !replica.value(rows).equals(wanted)) {
            assertThat(System.nanoTime()).as("the replica has all rows").isLessThan(deadline);
            replica.value("SELECT SLEEP(0.05)");
        }
    }
}
