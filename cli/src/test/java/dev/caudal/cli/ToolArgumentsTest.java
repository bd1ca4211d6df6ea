package dev.caudal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ToolArgumentsTest {
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

    private static List<String> of(KafkaTool tool, String... given) {
        return ToolArguments.of(tool, List.of(given), zookeeper -> "at " + zookeeper);
    }
}
