package dev.caudal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caudal.local.ChildProcesses;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.LocalMariaDb;
import dev.caudal.local.MariaDbUser;
import dev.caudal.local.Port;
import dev.caudal.local.ProcessRecord;
import dev.caudal.server.connect.ConnectRefusal;
import dev.caudal.server.definition.PlatformException;
import dev.caudal.server.monitor.AlertRules;
import dev.caudal.server.world.PlatformDatabase;
import dev.caudal.server.world.WorldDatabase;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformIT {
    private static final Path PROGRAMS =
            Path.of(System.getProperty("caudal.cache", System.getProperty("user.home") + "/.cache/caudal"), "servers");

    @TempDir
    private Path root;

    private LocalDirectory folder;

    @BeforeEach
    void folder() {
        folder = new LocalDirectory(root);
    }

    @AfterEach
    void stop() {
        new ChildProcesses(folder).stopAll();
    }

    @Test
    void it_starts_all_its_parts_and_leaves_no_process_behind() throws SQLException {
        var started = new CopyOnWriteArrayList<String>();
        try (var platform = Platform.start(settings(Optional.of(world())), (part, took) -> {
            started.add(part);
            System.out.println(part + " " + took.toMillis() + " ms");
        })) {
            assertThat(started)
                    .hasSize(7)
                    .anySatisfy(part -> assertThat(part).startsWith("REST proxy on http://127.0.0.1:"));
            assertThat(platform.connect().isHealthy()).isTrue();
            assertThat(platform.connect().connectors()).isEmpty();
            assertThat(platform.connect().status("none")).isEmpty();
            assertThat(ProcessRecord.all(folder))
                    .extracting(ProcessRecord::name)
                    .containsExactly("kafka", "mariadb", "s3", "server");
            var url = platform.database().orElseThrow().jdbcUrl("world");
            try (var connection = DriverManager.getConnection(url, "caudal", "secret")) {
                assertThat(connection.isValid(1)).isTrue();
            }
        }
        assertThat(ProcessRecord.all(folder)).isEmpty();
    }

    @Test
    void a_second_platform_in_the_same_folder_is_refused_with_the_first_ones_process() {
        try (var platform = Platform.start(settings(Optional.empty()), (part, took) -> {})) {
            assertThatThrownBy(() -> Platform.start(settings(Optional.empty()), (part, took) -> {}))
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
            assertThat(platform.connect().isHealthy()).isTrue();
        }
    }

    @Test
    void what_kafka_connect_refuses_comes_as_one_sentence_with_its_own_words() {
        try (var platform = Platform.start(settings(Optional.empty()), (part, took) -> {})) {
            assertThatThrownBy(() -> platform.connect().put("x", Map.of("connector.class", "NoSuchConnector")))
                    .isInstanceOf(ConnectRefusal.class)
                    .hasMessageContaining("Failed to find any class that implements Connector")
                    .hasMessageContaining("NoSuchConnector");
        }
    }

    private PlatformDatabase world() {
        var user = MariaDbUser.capture("caudal", "secret", "world");
        return new PlatformDatabase(new LocalMariaDb.Settings(Port.any(), user, PROGRAMS, List.of()), database -> {
            try (var connection = DriverManager.getConnection(database.jdbcUrl(""), "caudal", "secret")) {
                WorldDatabase.create(connection);
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        });
    }

    private PlatformSettings settings(Optional<PlatformDatabase> database) {
        return new PlatformSettings(
                folder,
                Port.any(),
                Port.any(),
                Port.any(),
                Optional.of(Port.any()),
                Optional.of(Port.any()),
                Optional.of(Port.any()),
                database,
                AlertRules.USUAL,
                OtherMachines.NONE);
    }
}
