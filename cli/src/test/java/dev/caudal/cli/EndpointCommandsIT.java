package dev.caudal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.local.ChildProcesses;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.Port;
import dev.caudal.testkit.TestMariaDb;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointCommandsIT {
    @TempDir
    private static Path root;

    private static TestMariaDb database;
    private static CommandProcess up;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() throws Exception {
        database = TestMariaDb.start();
        database.execute("CREATE DATABASE shop", "CREATE TABLE shop.orders (id INT PRIMARY KEY, note TEXT)");
        var arguments = new ArrayList<>(List.of("up", "--data", data()));
        for (var part : List.of("kafka", "connect", "api", "rest", "s3", "aws")) {
            arguments.addAll(
                    List.of("--" + part + "-port", Integer.toString(Port.any().choose(part))));
        }
        up = CommandProcess.start(root, arguments.toArray(String[]::new));
        up.awaitNote("The platform runs in");
    }

    @AfterAll
    static void stop() throws Exception {
        up.interrupt();
        up.finish("");
        up.close();
        new ChildProcesses(new LocalDirectory(Path.of(data()))).stopAll();
        database.close();
    }

    @Test
    void an_endpoint_lives_by_commands_alone() throws Exception {
        var password = Files.writeString(root.resolve("password"), database.password() + "\n");
        assertThat(run(
                        "create",
                        "mysql",
                        "--name",
                        "world-db",
                        "--role",
                        "source",
                        "--host",
                        database.host(),
                        "--port",
                        Integer.toString(database.port()),
                        "--user",
                        database.user(),
                        "--password-file",
                        password.toString()))
                .isEqualTo(ExitCode.OK);
        assertThat(run("create", "kafka", "--name", "msk", "--bootstrap-servers", "b-1:9092"))
                .isEqualTo(ExitCode.OK);
        assertThat(run("create", "kafka", "--name", "msk", "--bootstrap-servers", "b-1:9092"))
                .isEqualTo(ExitCode.CONFLICT);
        assertThat(run("create", "kafka", "--name", "bad", "--bootstrap-servers", "b-1"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("HOST:PORT", "[invalid-field]");

        assertThat(run("list")).isEqualTo(ExitCode.OK);
        assertThat(out.toString().lines().map(line -> line.split(" ")[0])).containsExactly("NAME", "msk", "world-db");
        assertThat(run("test", "world-db")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("passed   The rights of the user").doesNotContain(database.password());
        assertThat(run("browse", "world-db")).isEqualTo(ExitCode.OK);
        assertThat(out.toString().lines()).contains("shop");
        assertThat(run("browse", "world-db", "shop", "--match", "ord%")).isEqualTo(ExitCode.OK);
        assertThat(out.toString().lines()).containsExactly("shop.orders");
        assertThat(run("browse", "world-db", "shop.orders")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("id", "int(11)");

        assertThat(run("duplicate", "world-db", "copy")).isEqualTo(ExitCode.OK);
        assertThat(run("test", "copy")).as("its secret is there").isEqualTo(ExitCode.OK);
        assertThat(run("edit", "copy", "--host", "localhost", "--description", "a copy"))
                .isEqualTo(ExitCode.OK);
        assertThat(run("get", "copy", "-o", "json")).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains("\"localhost\"", "a copy", "\"********\"")
                .doesNotContain(database.password());
        assertThat(run("edit", "copy", "--security", "tls")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("'security' is no setting of the type mysql.");
        var wrong = Files.writeString(root.resolve("wrong"), "wrong");
        assertThat(run("edit", "copy", "--password-file", wrong.toString())).isEqualTo(ExitCode.OK);
        assertThat(run("test", "copy")).isEqualTo(ExitCode.FAILED);
        assertThat(run("edit", "copy", "--password-file", password.toString())).isEqualTo(ExitCode.OK);
        assertThat(run("test", "copy")).isEqualTo(ExitCode.OK);

        var file = Files.writeString(
                root.resolve("definitions.yaml"),
                "endpoints: [{name: msk, type: kafka, settings: {bootstrap-servers: 'b-2:9092'}}]");
        assertThat(run("apply", "-f", file.toString(), "--dry-run")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("changed");
        assertThat(run("apply", "-f", file.toString())).isEqualTo(ExitCode.OK);
        assertThat(run("delete", "copy")).isEqualTo(ExitCode.OK);
        assertThat(run("get", "copy")).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(run("types")).isEqualTo(ExitCode.OK);
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var all = new ArrayList<>(List.of("endpoint"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", data()));
        return Caudal.run(
                new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false),
                all.toArray(String[]::new));
    }

    private static String data() {
        return root.resolve("data").toString();
    }
}
