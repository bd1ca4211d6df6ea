package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.testkit.TestDatabase;
import org.junit.jupiter.api.Test;

final class TablesFromMySqlIT extends TablesContract {

    @Override
    TestDatabase server() {
        return Servers.mySql();
    }

    /** The server has names of characters below U+10000, and puts a sign for another one. */
    @Test
    void a_name_with_an_emoji_is_captured_as_the_server_spells_it() {
        Servers.create(server(), "signs");
        server().execute("CREATE TABLE signs.`x😀` (`id😀` INT PRIMARY KEY)", "INSERT INTO signs.`x?` VALUES (1)");
        try (Capture capture = Capture.start(SourceSettings.of(server(), "signs.x?"))) {
            assertThat(data(capture)).isEqualTo("{\"id?\": 1}");
            server().execute("DELETE FROM signs.`x?`");
            assertThat(data(capture)).isEqualTo("{\"id?\": 1}");
        }
    }
}
