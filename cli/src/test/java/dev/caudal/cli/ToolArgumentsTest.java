package dev.caudal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ToolArgumentsTest {
    /** As the tools' help has it. */
    private static final Pattern WITH_VALUE = Pattern.compile("^(--[a-z-]+) <");

    @Test
    void zookeeper_is_the_bootstrap_server_of_the_cluster_that_it_means() {
        assertThat(of(KafkaTool.TOPICS, "--create", "--zookeeper", "z-1:2181,z-2:2181/kafka", "--topic", "test"))
                .containsExactly("--create", "--bootstrap-server", "at z-1:2181,z-2:2181/kafka", "--topic", "test");
        assertThat(of(KafkaTool.TOPICS, "--list", "--zookeeper=z-1:2181"))
                .containsExactly("--list", "--bootstrap-server", "at z-1:2181");
    }

    @Test
    void the_line_of_the_document_is_understood_with_its_long_dashes_and_its_lost_values() {
        var line = "–create –zookeeper –replication-factor 2 –partitions 1 –topic test";
        assertThat(of(KafkaTool.TOPICS, line.split(" ")))
                .containsExactly(
                        "--create",
                        "--bootstrap-server",
                        "at ",
                        "--replication-factor",
                        "2",
                        "--partitions",
                        "1",
                        "--topic",
                        "test");
    }

    @Test
    void servers_that_are_given_win_over_zookeeper() {
        assertThat(of(KafkaTool.TOPICS, "--list", "--zookeeper", "z", "--bootstrap-server", "b:9092"))
                .containsExactly("--list", "--bootstrap-server", "b:9092");
        assertThat(of(KafkaTool.PRODUCER, "--broker-list", "b:9092", "--topic", "t"))
                .containsExactly("--bootstrap-server", "b:9092", "--topic", "t");
    }

    @Test
    void a_value_that_begins_with_a_long_dash_stays_as_it_is() {
        assertThat(of(KafkaTool.PRODUCER, "--reader-property", "key.separator=–"))
                .containsExactly("--reader-property", "key.separator=–");
    }

    @Test
    void the_console_consumer_reads_committed_records_unless_it_is_told_otherwise() {
        assertThat(of(KafkaTool.CONSUMER, "--topic", "t"))
                .containsExactly("--topic", "t", "--isolation-level", "read_committed");
        assertThat(of(KafkaTool.CONSUMER, "--isolation-level=read_uncommitted"))
                .containsExactly("--isolation-level", "read_uncommitted");
        assertThat(of(KafkaTool.TOPICS, "--list")).containsExactly("--list");
    }

    @Test
    void an_option_without_its_value_is_named() {
        assertThatThrownBy(() -> of(KafkaTool.TOPICS, "--list", "--bootstrap-server"))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessage("The option --bootstrap-server has no value: it is the last word."
                        + " Write '--bootstrap-server VALUE', or leave it out.");
        assertThatThrownBy(() -> of(KafkaTool.PRODUCER, "–topic", "–broker-list", "b:9092"))
                .hasMessageStartingWith("The option --topic has no value: --broker-list follows.");
        assertThat(of(KafkaTool.TOPICS, "--list", "--topic=", "--describe", "--partitions", "-1"))
                .hasSize(5);
    }

    @Test
    void the_options_with_values_are_those_of_the_tools_themselves() throws Exception {
        var helps = new ArrayList<Process>();
        for (var tool : KafkaTool.ALL) {
            helps.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            KafkaToolMain.class.getName(),
                            tool.script(),
                            "--help")
                    .redirectErrorStream(true)
                    .start());
        }
        var options = new TreeSet<String>();
        for (var help : helps) {
            try (var lines = help.inputReader(StandardCharsets.UTF_8)) {
                lines.lines().map(WITH_VALUE::matcher).filter(Matcher::find).forEach(it -> options.add(it.group(1)));
            }
        }
        assertThat(options).isEqualTo(new TreeSet<>(ToolOptions.WITH_VALUE));
    }

    private static List<String> of(KafkaTool tool, String... given) {
        return ToolArguments.of(tool, List.of(given), zookeeper -> "at " + zookeeper);
    }
}
