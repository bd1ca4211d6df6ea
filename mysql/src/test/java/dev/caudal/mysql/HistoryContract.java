package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables that change amid changes on a server whose log does not name columns. */
abstract class HistoryContract {

    abstract TestDatabase server();

    @BeforeEach
    void createTable() {
        Servers.create(server(), "hist");
        server().execute(
                        "CREATE TABLE hist.t (id BIGINT UNSIGNED PRIMARY KEY, v VARCHAR(20) CHARACTER SET latin1, e ENUM('x','y'))",
                        "INSERT INTO hist.t VALUES (1, 'é', 'x')");
    }

    private Capture loaded() {
        Capture capture = Capture.start(SourceSettings.of(server(), "hist.t"));
        assertThat(capture.rows(1)).containsExactly("{'id':1,'v':'é','e':'x'}");
        capture.await(state -> !state.isLoading());
        return capture;
    }

    @Test
    void each_row_of_a_burst_has_the_names_of_its_moment_where_all_has_happened_already() {
        try (Capture capture = loaded()) {
            capture.stop();
            server().execute(
                            "INSERT INTO hist.t VALUES (2, 'b', 'y')",
                            "ALTER TABLE hist.t ADD COLUMN w VARCHAR(5) CHARACTER SET latin1 AFTER id",
                            "INSERT INTO hist.t VALUES (3, 'w', 'c', 'x')",
                            "ALTER TABLE hist.t DROP COLUMN v, MODIFY e SET('p','q','y','x') FIRST",
                            "INSERT INTO hist.t VALUES ('p,x', 4, 'd')",
                            "ALTER TABLE hist.t RENAME COLUMN w TO v",
                            "INSERT INTO hist.t VALUES ('q', 5, 'e')",
                            "ALTER TABLE hist.t CHANGE v w VARCHAR(5) CHARACTER SET latin1, ADD v VARCHAR(5) CHARACTER SET latin1",
                            "INSERT INTO hist.t VALUES ('q', 6, 'f', 'g')");
            capture.resume();
            assertThat(capture.changes(5))
                    .containsExactly(
                            "INSERT {'id':2,'v':'b','e':'y'}",
                            "INSERT {'id':3,'w':'w','v':'c','e':'x'}",
                            "INSERT {'e':'p,x','id':4,'w':'d'}",
                            "INSERT {'e':'q','id':5,'v':'e'}",
                            "INSERT {'e':'q','id':6,'w':'f','v':'g'}");
        }
    }
}
