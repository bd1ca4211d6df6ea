package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.testkit.Tags;
import dev.caudal.testkit.TestDatabase;
import dev.caudal.testkit.TestMariaDb;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ten thousand tables in one task. */
@Tag(Tags.LONG)
final class ManyTablesIT {

    private static final int TABLES = 10_000;
    private static final long START = System.nanoTime();

    @Test
    void ten_thousand_tables_are_loaded_and_followed() throws Exception {
        try (TestDatabase server = TestMariaDb.start("--innodb-flush-log-at-trx-commit=0", "--sync-binlog=0")) {
            server.execute("CREATE DATABASE m");
            List<String> names = IntStream.range(0, TABLES)
                    .mapToObj(number -> "m.t" + number)
                    .toList();
            try (Connection connection = server.connection();
                    Statement statement = connection.createStatement()) {
                for (String name : names) {
                    statement.execute("CREATE TABLE " + name + " (id INT PRIMARY KEY, v VARCHAR(20))");
                    statement.execute("INSERT INTO " + name + " VALUES (1, 'loaded')");
                }
                say("made");
                SourceSettings settings = SourceSettings.of(server, names.toArray(String[]::new));
                assertThat(Preflight.check(settings.config())).isEmpty();
                say("preflight");
                try (Capture capture = Capture.start(settings)) {
                    while (capture.waiting() < TABLES) {
                        capture.batch(Duration.ofSeconds(1));
                    }
                    assertThat(capture.take(TABLES)).hasSize(TABLES);
                    say("loaded");
                    for (String name : names) {
                        statement.execute("UPDATE " + name + " SET v = 'changed'");
                    }
                    say("changed");
                    capture.await(state -> capture.waiting() == TABLES);
                    say("followed");
                    capture.take(TABLES);
                    capture.stop();
                    statement.execute("DELETE FROM m.t1");
                    capture.resume();
                    capture.take(1);
                    say("resumed");
                    for (int time = 0; time < 5; time++) {
                        for (int number = 0; number < 1_000; number++) {
                            statement.execute("UPDATE m.t" + number + " SET v = " + time);
                        }
                    }
                    say("changed more");
                    capture.take(5 * 1_000 - 5);
                    say("followed more");
                }
            }
        }
    }

    private static void say(String what) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "%d tables %s after %d s, heap %d MB%n",
                TABLES,
                what,
                (System.nanoTime() - START) / 1_000_000_000,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }
}
