package dev.caudal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.local.ChildProcesses;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.Port;
import dev.caudal.local.ProcessRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformCommandsIT {
    private static final String UP = "The platform runs in";

    @TempDir
    private Path root;

    private final String kafka = port();
    private final String connect = port();
    private final String rest = port();

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
                    .containsExactly("PROCESS", "kafka", "server");
            assertThat(code("topic", "describe", "nope")).isEqualTo(ExitCode.NOT_FOUND);
            assertThat(code("topic", "consume", "nope")).isEqualTo(ExitCode.NOT_FOUND);
            assertThat(code("topic", "produce", "nope")).isEqualTo(ExitCode.NOT_FOUND);
            assertThat(code("topic", "delete", "nope")).isEqualTo(ExitCode.NOT_FOUND);
            assertThat(code("topic", "create", "t")).isEqualTo(ExitCode.CONFLICT);
            assertThat(code("up", "--data", data().toString())).isEqualTo(ExitCode.FAILED);
            assertThat(run("", "topic", "delete", "t")).isEqualTo("");

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
        try (var second = up()) {
            second.awaitNote(UP);
            assertThat(broker()).isEqualTo(broker);

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

    private ProcessRecord broker() {
        return ProcessRecord.read(new LocalDirectory(data()), "kafka").orElseThrow();
    }

    private CommandProcess up() throws IOException {
        return CommandProcess.start(
                root,
                "up",
                "--data",
                data().toString(),
                "--kafka-port",
                kafka,
                "--connect-port",
                connect,
                "--rest-port",
                rest);
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
