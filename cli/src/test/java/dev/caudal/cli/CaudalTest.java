package dev.caudal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaudalTest {
    private static final String NOBODY = "127.0.0.1:1";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void the_version_goes_to_stdout() {
        assertThat(run("version")).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains("caudal ")
                .contains("Apache Kafka 4.")
                .doesNotContain("${");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void the_doctor_says_what_to_mend() throws IOException {
        assertThat(run("doctor", "--data", folder.toString())).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("passed   Java: ").contains("passed   Data folder: " + folder);

        var file = Files.writeString(folder.resolve("file"), "no folder");
        assertThat(run("doctor", "--data", file.resolve("data").toString(), "-o", "json"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains(file + " cannot be written").contains("--data DIR");
        assertThat(folder).isDirectoryContaining(only -> only.equals(file));
    }

    @Test
    void a_network_that_was_made_is_listed_with_its_subnets() {
        assertThat(run("network", "create", "--data", folder.toString())).isEqualTo(ExitCode.OK);
        var network = out.toString().strip();
        assertThat(run("network", "add-subnet", network, "--zone", "us-east-1d", "--data", folder.toString()))
                .isEqualTo(ExitCode.OK);
        assertThat(run("network", "add-subnet", network, "--zone", "mars", "--data", folder.toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(run("network", "add-subnet", "vpc-none", "--zone", "us-east-1d", "--data", folder.toString()))
                .isEqualTo(ExitCode.NOT_FOUND);
        assertThat(run("network", "list", "--data", folder.toString())).isEqualTo(ExitCode.OK);
        assertThat(out.toString().lines())
                .anyMatch(line -> line.startsWith("vpc-default ") && line.contains("subnet-a"))
                .anyMatch(line -> line.startsWith(network) && line.contains("us-east-1d"));
    }

    @ParameterizedTest
    @CsvSource({
        "topc list, Did you mean: caudal topic or caudal tour or caudal doctor?",
        "topic, Missing required subcommand",
        "topic create, Missing required parameter: 'NAME'",
        "up --kafka-prt 9, Unknown options: '--kafka-prt'",
        "up --kafka-port 99999, Port 99999 is not between 1 and 65535.",
        "worker, Missing required option: '--join=FILE'",
        "demo --source localhost, it does not begin with mysql://",
        "demo --source mysql://db1/world, it is not of the form mysql://user@host:port/database",
        "topic consume t -o xml, expected one of",
        "topic consume t --max-messages 0, --max-messages is 0 and must be 1 or more.",
        "restore --from b --to b1:9092 --replication-factor 0, --replication-factor is 0 and must be 1 to 32767.",
        "restore --from b --to b1:9092 --parallel 0, --parallel is 0 and must be 1 or more.",
        "bucket create Backup, lower-case letters",
        "bucket create ab, its name has 2 characters",
        "bucket create 10.0.0.1, must not look like an IP address",
        "bucket create a..b, no two dots in a row",
        "bucket create backup- --endpoint http://127.0.0.1:1, must begin and end with a letter or digit",
        "bucket create sthree-b, names that begin with 'sthree-' are Amazon's own",
        "bucket list --endpoint localhost, is not of the form http://HOST:PORT"
    })
    void a_wrong_command_line_ends_with_code_2_and_says_what_is_wrong(String line, String message) {
        assertThat(run((line + (line.startsWith("demo") ? " --password-file " + password() : "")).split(" ")))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).startsWith("caudal: ").contains(message).doesNotContain("\tat ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_password_in_the_address_is_refused_and_not_repeated() {
        assertThat(run("demo", "--source", "mysql://me:hunter2@db1/world", "--password-file", password()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("mysql://me:***@db1/world").doesNotContain("hunter2");
    }

    @Test
    void a_source_without_a_password_says_how_to_give_one() {
        assertThat(run("demo", "--source", "mysql://me@db1/world")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--password-file FILE or set CAUDAL_SOURCE_PASSWORD");
    }

    @Test
    void a_source_that_does_not_answer_ends_with_code_6_before_anything_is_started() {
        var code = run(
                "demo", "--source", "mysql://me@" + NOBODY + "/world", "--password-file", password(), "--data", data());

        assertThat(code).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(err.toString()).contains("caudal: Cannot connect to mysql://me@" + NOBODY + "/world");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void a_broker_that_does_not_answer_ends_with_code_6_and_names_the_address() {
        assertThat(run("topic", "list", "-b", NOBODY, "--timeout", "1")).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(err.toString())
                .startsWith("caudal: No Kafka broker answers at " + NOBODY)
                .hasLineCount(1);
    }

    @Test
    void status_and_down_of_a_folder_where_nothing_runs_leave_it_untouched() {
        assertThat(run("status", "--data", data())).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(run("status", "--data", data(), "-o", "json")).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(run("down", "--data", data())).isEqualTo(ExitCode.OK);

        assertThat(out.toString().strip()).isEqualTo("[ ]");
        assertThat(err.toString()).contains("No platform runs in " + data()).contains("Nothing runs in " + data());
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void buckets_of_a_folder_where_no_store_runs_end_with_code_6_and_say_how_to_start_one() {
        assertThat(run("bucket", "list", "--data", data())).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(err.toString()).contains("No object store runs in " + data()).contains("'caudal up'");
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private String password() {
        try {
            return Files.writeString(folder.resolve("password"), "secret\n").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int run(String... arguments) {
        var terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false);
        return Caudal.run(terminal, arguments);
    }
}
