package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caudal.testkit.TestDatabase;
import dev.caudal.testkit.TestPluggedMariaDb;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways to log in that servers have as plug-ins. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LoginToMariaDbIT {

    private TestDatabase server;

    @BeforeAll
    void startServer() {
        server = TestPluggedMariaDb.start("--plugin-load-add=auth_ed25519", "--plugin-load-add=auth_parsec");
        server.execute("CREATE DATABASE l", "CREATE TABLE l.t (id INT PRIMARY KEY)");
    }

    @AfterAll
    void stopServer() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql_native_password", "ed25519"})
    void rows_and_log_are_read_by_a_user_of(String plugin) {
        server.execute("REPLACE INTO l.t VALUES (1)");
        SourceSettings settings = SourceSettings.of(server, "l.t").address(user(plugin));
        try (Capture capture = Capture.start(settings)) {
            assertThat(capture.rows(1)).containsExactly("{'id':1}");
            server.execute("INSERT INTO l.t VALUES (2)");
            assertThat(capture.changes(1)).containsExactly("INSERT {'id':2}");
        }
        server.execute("DELETE FROM l.t");
    }

    @Test
    void a_way_that_is_not_known_is_named() {
        assertThatThrownBy(() -> SourceConnection.open(user("parsec")))
                .isInstanceOfSatisfying(
                        SourceException.class,
                        refusal -> assertThat(refusal.retryable()).isFalse())
                .hasMessageContainingAll("by_parsec", "ed25519");
    }

    private SourceConfig.Address user(String plugin) {
        String user = "by_" + plugin;
        server.execute(
                "CREATE USER " + user + " IDENTIFIED VIA " + plugin + " USING PASSWORD('it''s ünlike')",
                "GRANT SELECT, RELOAD, REPLICATION SLAVE, BINLOG MONITOR ON *.* TO " + user);
        return new SourceConfig.Address(server.host(), server.port(), user, "it's ünlike", TlsMode.PREFERRED, "");
    }
}
