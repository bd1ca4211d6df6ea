package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.testkit.TestDatabase;
import org.junit.jupiter.api.Test;

final class HistoryOnMariaDbIT extends HistoryContract {

    @Override
    TestDatabase server() {
        return Servers.silentMariaDb();
    }

    @Test
    void hidden_columns_are_known_and_not_sent() {
        server().execute("CREATE TABLE hist.h (id INT PRIMARY KEY, v TEXT UNIQUE, u UUID)");
        try (Capture capture =
                Capture.start(SourceSettings.of(server(), "hist.h").changesOnly())) {
            capture.await(state -> state.log().isPresent());
            server().execute("INSERT INTO hist.h VALUES (1, 'a', '00000000-0000-0000-0000-000000000001')");
            assertThat(capture.rows(1)).containsExactly("{'id':1,'v':'a','u':'00000000-0000-0000-0000-000000000001'}");
            server().execute(
                            "ALTER TABLE hist.h ADD w TEXT, ADD UNIQUE (w)",
                            "INSERT INTO hist.h VALUES (2, 'b', NULL, 'c')");
            assertThat(capture.rows(1)).containsExactly("{'id':2,'v':'b','u':null,'w':'c'}");
            server().execute(
                            "ALTER TABLE hist.h DROP INDEX v, DROP INDEX w",
                            "INSERT INTO hist.h VALUES (3, 'b', NULL, 'c')");
            assertThat(capture.rows(1)).containsExactly("{'id':3,'v':'b','u':null,'w':'c'}");
        }
    }
}
