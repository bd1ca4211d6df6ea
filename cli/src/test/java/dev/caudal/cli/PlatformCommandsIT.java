package dev.caudal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.local.ChildProcesses;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.Port;
import dev.caudal.local.ProcessRecord;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformCommandsIT {
    private static final String UP = "The platform runs in";
    private static final String CANARY = "Canary-Cli3!";
    private static final int CITIES = 4_079;

    @TempDir
    private Path root;

    private final String kafka = port();
    private final String connect = port();
    private final String rest = port();
    private final String s3 = port();

    @AfterEach
    void stop() {
        new ChildProcesses(new LocalDirectory(data())).stopAll();
    }

    @Test
    void what_is_produced_into_a_topic_comes_out_of_it() throws Exception {
        try (var up = up()) {
            up.awaitNote(UP);

            assertThat(run("", "topic", "create", "t", "--partitions", "2")).isEqualTo("");
            assertThat(run("k:ñandú\nplain\n", "topic", "produce", "t", "--key-separator", ":"))
                    .isEqualTo("");
            assertThat(run("", "topic", "consume", "t", "--from-beginning", "--max-messages", "2", "-o", "key-value")
                            .lines())
                    .containsExactlyInAnyOrder("k\tñandú", "null\tplain");
            assertThat(run("", "topic", "list").lines()).contains("t", "caudal-offsets");
            assertThat(run("", "topic", "describe", "t")).contains("PARTITION").hasLineCount(3);
            assertThat(run("", "status").lines().map(line -> line.split(" ")[0]))
                    .containsExactly("PROCESS", "kafka", "s3", "server");
            assertThat(code("topic", "describe", "nope")).isEqualTo(ExitCode.NOT_FOUND);
            assertThat(code("topic", "consume", "nope")).isEqualTo(ExitCode.NOT_FOUND);
            assertThat(code("topic", "produce", "nope")).isEqualTo(ExitCode.NOT_FOUND);
            assertThat(code("topic", "delete", "nope")).isEqualTo(ExitCode.NOT_FOUND);
            assertThat(code("topic", "create", "t")).isEqualTo(ExitCode.CONFLICT);
            assertThat(code("up", "--data", data().toString())).isEqualTo(ExitCode.FAILED);
            assertThat(run("", "topic", "delete", "t")).isEqualTo("");

            assertThat(run("", "bucket", "create", "backup")).isEqualTo("");
            assertThat(run("", "bucket", "list").lines().map(line -> line.split(" ")[0]))
                    .containsExactly("NAME", "backup");
            assertThat(data().resolve("s3").resolve("backup")).isDirectory();
            assertThat(code("bucket", "create", "backup")).isEqualTo(ExitCode.CONFLICT);
            assertThat(code("bucket", "delete", "nope")).isEqualTo(ExitCode.NOT_FOUND);
            assertThat(run("", "bucket", "delete", "backup")).isEqualTo("");

            assertThat(run("", "user", "list", "-o", "json").strip()).isEqualTo("[ ]");
            assertThat(run(CANARY + "\n", "user", "add", "eva", "--role", "viewer"))
                    .isEqualTo("");
            assertThat(code("user", "add", "ana", "--role", "king")).isEqualTo(ExitCode.USAGE);
            assertThat(code("user", "role", "ana", "admin")).isEqualTo(ExitCode.NOT_FOUND);
            assertThat(run("", "user", "list").lines()).containsExactly("NAME  ROLE", "eva   viewer");
            assertThat(run("", "endpoint", "list", "-o", "json").strip()).isEqualTo("[ ]");
            var password = Files.writeString(root.resolve("password"), CANARY).toString();
            assertThat(code("endpoint", "list", "--api-user", "eva", "--api-password-file", password))
                    .isEqualTo(ExitCode.OK);
            assertThat(code("task", "run", "none", "--api-user", "eva", "--api-password-file", password))
                    .isEqualTo(ExitCode.NOT_ALLOWED);
            assertThat(code("endpoint", "list", "--api-user", "eva")).isEqualTo(ExitCode.USAGE);
            assertThat(run("", "audit")).contains("POST /api/v1/tasks/none/run", "eva", "refused");
            assertThat(run("", "audit", "--since", "2999-01-01T00:00:00Z", "-o", "json")
                            .strip())
                    .isEqualTo("[ ]");
            assertThat(run("", "user", "remove", "eva")).isEqualTo("");
            assertThat(data().resolve("logs").resolve("server.log")).content().doesNotContain(CANARY);

            assertThat(code("down")).isEqualTo(ExitCode.OK);
            assertThat(up.finish("")).isEqualTo(ExitCode.OK);
            assertThat(code("status")).isEqualTo(ExitCode.UNREACHABLE);
        }
    }

    @Test
    void a_platform_that_was_killed_is_followed_by_one_that_adopts_its_broker() throws Exception {
        ProcessRecord broker;
        try (var first = up()) {
            first.awaitNote(UP);
            broker = broker();
            first.kill();
        }
        assertThat(code("up", "--data", data().toString(), "--api-listen", "localhost"))
                .as("without users")
                .isEqualTo(ExitCode.FAILED);
        assertThat(run(CANARY + "\n", "user", "add", "eva", "--role", "viewer")).isEqualTo("");
        var network = "localhost:" + port();
        try (var second = up("--api-listen", network, "--no-clusters")) {
            second.awaitNote(UP);
            assertThat(broker()).isEqualTo(broker);
            var password = Files.writeString(root.resolve("password"), CANARY).toString();
            var authority = data().resolve("certificates").resolve("ca.pem").toString();
            var there = List.of(
                    "endpoint",
                    "list",
                    "--server",
                    "https://" + network,
                    "--api-user",
                    "eva",
                    "--api-password-file",
                    password);
            assertThat(code(with(there, "--server-ca", authority))).isEqualTo(ExitCode.OK);
            assertThat(code("cluster", "list")).as("no clusters").isEqualTo(ExitCode.UNREACHABLE);
            assertThat(code(with(there)))
                    .as("an authority that Java does not know")
                    .isEqualTo(ExitCode.UNREACHABLE);

            second.interrupt();

            assertThat(second.finish("")).isEqualTo(ExitCode.OK);
            assertThat(broker.isAlive()).isFalse();
        }
    }

    @Test
    void down_stops_what_a_killed_platform_left_running() throws Exception {
        try (var up = up()) {
            up.awaitNote(UP);
            var broker = broker();
            up.kill();

            assertThat(code("down")).isEqualTo(ExitCode.OK);

            assertThat(broker.isAlive()).isFalse();
        }
    }

    @Test
    void with_the_demo_its_database_and_task_are_there_again_after_a_restart() throws Exception {
        var database = port();
        try (var first = up("--demo", "--database-port", database)) {
            first.awaitNote(UP);
            assertThat(consume(CITIES)).hasLineCount(CITIES);
            first.interrupt();
            assertThat(first.finish("")).isEqualTo(ExitCode.OK);
        }
        try (var second = up("--demo", "--database-port", database)) {
            second.awaitNote(UP);
            insertCity(database);
            assertThat(consume(CITIES + 1).lines().filter(message -> message.contains("\"REFRESH\"")))
                    .hasSize(CITIES);
            assertThat(consume(CITIES + 1)).contains("Cibinong", "\"INSERT\"");
        }
    }

    private String consume(int messages) throws Exception {
        return run(
                "", "topic", "consume", "world.city", "--from-beginning", "--max-messages", Integer.toString(messages));
    }

    private void insertCity(String port) throws Exception {
        var password = Files.readString(data().resolve("database-password"));
        try (var connection =
                        DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/world", "caudal", password);
                var statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO city (Name, CountryCode, District, Population) VALUES ('Cibinong', 'IDN', 'West Java', 101300)");
        }
    }

    @Test
    void status_tells_of_a_server_that_keeps_failing() throws Exception {
        try (var up = up()) {
            up.awaitNote(UP);
            try (var thief = new ServerSocket()) {
                ProcessHandle.of(broker().pid()).orElseThrow().destroyForcibly();
                occupy(thief);

                var first = awaitState("restarting");
                assertThat(first.err())
                        .startsWith("caudal: kafka failed ")
                        .contains(" in a row, last at ", "The platform starts it again; logs/kafka.log has")
                        .hasLineCount(1);

                var last = awaitState("failing");
                assertThat(last.err())
                        .startsWith("caudal: kafka failed 5 times in a row, last at ")
                        .contains(": Cannot start kafka", "port " + kafka, "The platform tries again every 30 s")
                        .hasLineCount(1);
                assertThat(run("", "status", "-o", "json"))
                        .contains("\"state\" : \"failing\"", "\"failures\" : 5", "\"port\" : " + kafka);
            }
            assertThat(code("down")).isEqualTo(ExitCode.OK);
            assertThat(up.finish("")).isEqualTo(ExitCode.OK);
        }
    }

    /** As soon as the killed broker lets go of the port, and before the next one wants it. */
    private void occupy(ServerSocket thief) throws Exception {
        thief.setReuseAddress(true);
        for (long end = System.nanoTime() + 900_000_000L; ; Thread.sleep(5)) {
            try {
                thief.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(kafka)));
                return;
            } catch (BindException e) {
                assertThat(System.nanoTime()).isLessThan(end);
            }
        }
    }

    private static String[] with(List<String> arguments, String... more) {
        return Stream.concat(arguments.stream(), Stream.of(more)).toArray(String[]::new);
    }

    /** Asks until the broker is in a state, each time expecting exit code 0: the platform itself runs. */
    private CommandProcess awaitState(String state) throws Exception {
        for (long end = System.nanoTime() + 90_000_000_000L; ; Thread.sleep(100)) {
            try (var status = start("status")) {
                assertThat(status.finish("")).isEqualTo(ExitCode.OK);
                if (status.out().lines().anyMatch(line -> line.matches("kafka +" + state + " .*"))) {
                    return status;
                }
            }
            assertThat(System.nanoTime()).as(state).isLessThan(end);
        }
    }

    private ProcessRecord broker() {
        return ProcessRecord.read(new LocalDirectory(data()), "kafka").orElseThrow();
    }

    private CommandProcess up(String... more) throws IOException {
        var arguments = new ArrayList<>(List.of(
                "up",
                "--data",
                data().toString(),
                "--kafka-port",
                kafka,
                "--connect-port",
                connect,
                "--rest-port",
                rest,
                "--s3-port",
                s3));
        arguments.addAll(List.of(more));
        return CommandProcess.start(root, arguments.toArray(String[]::new));
    }

    private String run(String input, String... arguments) throws Exception {
        try (var process = start(arguments)) {
            assertThat(process.finish(input)).as(process.err()).isEqualTo(ExitCode.OK);
            return process.out();
        }
    }

    private int code(String... arguments) throws Exception {
        try (var process = start(arguments)) {
            int code = process.finish("");
            if (code != ExitCode.OK) {
                assertThat(process.err()).startsWith("caudal: ").hasLineCount(1);
            }
            return code;
        }
    }

    private CommandProcess start(String... arguments) throws IOException {
        var all = new ArrayList<>(List.of(arguments));
        if (!all.contains("--data")) {
            all.add("--data");
            all.add(data().toString());
        }
        return CommandProcess.start(root, all.toArray(String[]::new));
    }

    private Path data() {
        return root.resolve("data folder");
    }

    private static String port() {
        return Integer.toString(Port.any().choose("a test"));
    }
}
