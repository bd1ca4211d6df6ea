package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.testkit.TestDatabase;
import org.junit.jupiter.api.Test;

final class TypesFromMariaDbIT extends TypesContract {

    @Override
    TestDatabase server() {
        return Servers.mariaDb();
    }

    @Test
    void the_hidden_column_of_a_unique_key_over_long_text_is_not_sent() {
        Servers.create(server(), "hidden");
        server().execute(
                        "CREATE TABLE hidden.t (id INT PRIMARY KEY, l TEXT, UNIQUE (l) USING HASH)",
                        "INSERT INTO hidden.t VALUES (1, 'a')");
        try (Capture capture = Capture.start(SourceSettings.of(server(), "hidden.t"))) {
            assertThat(capture.rows(1)).containsExactly("{'id':1,'l':'a'}");
            server().execute("UPDATE hidden.t SET l = 'b'");
            assertThat(capture.changes(1)).containsExactly("UPDATE {'id':1,'l':'b'}");
        }
    }

    @Test
    void addresses_of_a_column_that_is_gone_are_sent_as_bytes() {
        Servers.create(server(), "gone");
        server().execute("CREATE TABLE gone.t (id INT PRIMARY KEY, a INET4)");
        try (Capture capture = Capture.start(SourceSettings.of(server(), "gone.t"))) {
            capture.await(state -> state.isLoaded(dev.caudal.core.TableId.parse("gone.t")));
            capture.stop();
            server().execute("INSERT INTO gone.t VALUES (1, '1.2.3.0')", "ALTER TABLE gone.t DROP COLUMN a");
            capture.resume();
            assertThat(capture.changes(1)).containsExactly("INSERT {'id':1,'a':'01020300'}");
        }
    }

    @Test
    void a_table_that_keeps_its_history_is_refused_by_name() {
        Servers.create(server(), "versions");
        server().execute("CREATE TABLE versions.t (id INT PRIMARY KEY) WITH SYSTEM VERSIONING");
        SourceSettings settings = SourceSettings.of(server(), "versions.t");
        assertThat(Preflight.check(settings.config()))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.what()).contains("versions.t").contains("SYSTEM VERSIONING"));
        try (Capture capture = Capture.start(settings.changesOnly())) {
            assertThat(capture.failure()).hasMessageContaining("versions.t").hasMessageContaining("SYSTEM VERSIONING");
        }
    }
}
