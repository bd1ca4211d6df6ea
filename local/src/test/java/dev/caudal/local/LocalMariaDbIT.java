package dev.caudal.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalMariaDbIT {
    @TempDir
    private Path root;

    private LocalDirectory folder;

    @BeforeEach
    void folder() {
        folder = new LocalDirectory(
                root.resolve(
                        "a folder with spaces and a name so long that no socket could have its path, as one is at most 107 long"));
    }

    @AfterEach
    void stop() {
        new ChildProcesses(folder).stopAll();
    }

    @Test
    void a_fresh_server_has_a_full_row_log_and_only_its_own_user_from_outside() throws SQLException {
        var database = LocalMariaDb.start(folder, ServersFixture.mariaDb(Port.any()));

        assertThat(query(database, "SELECT VERSION()")).startsWith("11.4.5-MariaDB");
        assertThat(query(
                        database,
                        "SELECT CONCAT_WS(' ', @@log_bin, @@binlog_format, @@binlog_row_image, @@binlog_row_metadata)"))
                .isEqualTo("ON ROW FULL FULL");
        assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(""), "root", ""))
                .hasMessageContaining("Access denied");
        assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(""), "nobody", ""))
                .hasMessageContaining("Access denied");
    }

    @Test
    void temporary_files_lie_where_no_other_server_deletes_them_as_its_own() throws SQLException {
        var database = LocalMariaDb.start(folder, ServersFixture.mariaDb(Port.any()));

        assertThat(Path.of(query(database, "SELECT @@tmpdir")))
                .isEqualTo(folder.data("mariadb").resolve("tmp"))
                .isDirectory();
    }

    @Test
    void data_is_there_again_after_a_stop_and_after_a_crash() throws SQLException {
        var first = LocalMariaDb.start(folder, ServersFixture.mariaDb(Port.any()));
        execute(first, "CREATE DATABASE d", "CREATE TABLE d.t (a INT PRIMARY KEY)", "INSERT INTO d.t VALUES (1)");
        first.stop();

        var second = LocalMariaDb.start(folder, ServersFixture.mariaDb(Port.exactly(first.port())));
        execute(second, "INSERT INTO d.t VALUES (2)");
        second.kill();

        var third = LocalMariaDb.start(folder, ServersFixture.mariaDb(Port.exactly(first.port())));
        assertThat(query(third, "SELECT COUNT(*) FROM d.t")).isEqualTo("2");
        assertThat(third.adopted()).isFalse();
    }

    @Test
    void a_server_left_behind_is_adopted_when_it_fits_and_stopped_when_it_does_not() {
        var first = LocalMariaDb.start(folder, ServersFixture.mariaDb(Port.any()));

        var same = LocalMariaDb.start(folder, ServersFixture.mariaDb(Port.any()));
        var moved = LocalMariaDb.start(
                folder, ServersFixture.mariaDb(Port.exactly(Port.any().choose("a test"))));

        assertThat(same.adopted()).isTrue();
        assertThat(same.pid()).isEqualTo(first.pid());
        assertThat(moved.adopted()).isFalse();
        assertThat(first.isAlive()).isFalse();
    }

    @Test
    void a_record_whose_number_went_to_a_foreign_process_starts_a_new_server_and_leaves_that_process_alone()
            throws IOException {
        var foreign = new ProcessBuilder("/bin/sleep", "600").start();
        try {
            new ProcessRecord("mariadb", foreign.pid(), Instant.EPOCH, List.of("mariadbd"), 3306).write(folder);

            var database = LocalMariaDb.start(folder, ServersFixture.mariaDb(Port.any()));

            assertThat(database.adopted()).isFalse();
            assertThat(foreign.isAlive()).isTrue();
        } finally {
            foreign.destroyForcibly();
        }
    }

    @Test
    void a_taken_port_stops_an_exact_wish_and_moves_a_preferred_one() throws IOException {
        try (var taken = new ServerSocket(Port.any().choose("a test"), 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> LocalMariaDb.start(folder, ServersFixture.mariaDb(Port.exactly(port))))
                    .isInstanceOf(LocalServerException.class)
                    .hasMessageContaining("port %d", port);
            assertThat(LocalMariaDb.start(folder, ServersFixture.mariaDb(Port.preferred(port)))
                            .port())
                    .isGreaterThan(port);
        }
    }

    @Test
    void a_server_that_cannot_start_says_so_with_its_own_words_and_leaves_no_process() {
        var user = ServersFixture.USER;
        var wrong = new LocalMariaDb.Settings(
                Port.any(), user, ServersFixture.mariaDb(Port.any()).programs(), List.of("--no-such-option"));

        assertThatThrownBy(() -> LocalMariaDb.start(folder, wrong)).hasMessageContaining("no-such-option");

        assertThat(Files.exists(folder.run().resolve("mariadb.json"))).isFalse();
    }

    private static void execute(LocalMariaDb database, String... statements) throws SQLException {
        try (var connection = ServersFixture.connect(database);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String query(LocalMariaDb database, String sql) throws SQLException {
        try (var connection = ServersFixture.connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
