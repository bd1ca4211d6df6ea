package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caudal.testkit.TestDatabase;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a task can go on from. */
abstract class LogSearchContract {

    private SourceSettings settings;
    private LogSearch search;

    abstract TestDatabase server();

    @BeforeEach
    void createTable() {
        Servers.create(server(), "search");
        server().execute("CREATE TABLE search.t (id INT PRIMARY KEY)");
        settings = SourceSettings.of(server(), "search.t").changesOnly();
        search = new LogSearch(settings.address());
    }

    @Test
    void a_time_is_the_beginning_of_the_first_transaction_of_that_second() throws InterruptedException {
        Instant first = insert(1);
        server().execute("FLUSH BINARY LOGS");
        Instant second = insert(2);
        Instant third = insert(3);

        assertThat(idFrom(search.at(first))).isEqualTo(1);
        assertThat(idFrom(search.at(second))).isEqualTo(2);
        assertThat(idFrom(search.at(third))).isEqualTo(3);
        assertThat(search.at(third.plusSeconds(1))).isEqualTo(search.end());
    }

    @Test
    void a_time_before_the_log_is_refused_with_the_time_at_which_it_begins() {
        assertThatThrownBy(() -> search.at(Instant.parse("2001-01-01T00:00:00Z")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("does not go back to 2001-01-01T00:00:00Z")
                .hasMessageContaining("load the tables again");
    }

    @Test
    void only_a_place_at_which_a_transaction_begins_is_accepted() throws InterruptedException {
        BinlogCoordinate place = search.at(insert(1));
        search.requireBeginning(place);
        search.requireBeginning(search.end());

        assertThatThrownBy(() -> search.requireBeginning(new BinlogCoordinate(place.file(), place.offset() + 1)))
                .isInstanceOf(SourceException.class);
        assertThatThrownBy(() -> search.requireBeginning(new BinlogCoordinate("other.000001", 4)))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("other.000001:4 is not in the log");
    }

    /** Inserts a row in a second of its own. */
    private Instant insert(int id) {
        Instant second = now();
        server().execute("INSERT INTO search.t VALUES (" + id + ")");
        while (!now().isAfter(second)) {
            server().value("SELECT SLEEP(0.05)");
        }
        return second;
    }

    private Instant now() {
        return Instant.ofEpochSecond(Long.parseLong(server().value("SELECT UNIX_TIMESTAMP()")));
    }

    private int idFrom(BinlogCoordinate place) {
        var offsets = Map.of(TaskState.logPartition(), TaskState.movedTo(place, Map.of()));
        try (Capture capture = new Capture(settings.config(), offsets)) {
            return capture.message().data().get("id").asInt();
        }
    }
}
