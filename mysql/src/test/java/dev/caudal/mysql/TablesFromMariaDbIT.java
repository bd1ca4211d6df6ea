package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caudal.testkit.TestDatabase;
import org.junit.jupiter.api.Test;

final class TablesFromMariaDbIT extends TablesContract {

    @Override
    TestDatabase server() {
        return Servers.mariaDb();
    }

    /** The server has names of characters below U+10000, so that none with such a one comes. */
    @Test
    void a_name_with_an_emoji_is_refused_by_the_server() {
        Servers.create(server(), "signs");
        assertThatThrownBy(() -> server().execute("CREATE TABLE signs.`x😀` (id INT PRIMARY KEY)"))
                .hasMessageContaining("Invalid utf8mb4 character string");
    }
}
