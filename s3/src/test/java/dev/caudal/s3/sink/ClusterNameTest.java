package dev.caudal.s3.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClusterNameTest {
    private static final String ID = "MkU3OEVBNTcwNTJENDM2Qg";

    @BeforeEach
    void tellTheId() {
        System.setProperty(ClusterName.OF_WORKER, ID);
    }

    @AfterEach
    void forgetTheId() {
        System.clearProperty(ClusterName.OF_WORKER);
    }

    @Test
    void an_archive_is_called_like_the_cluster_of_our_worker() {
        assertThat(added()).containsEntry(Setting.CLUSTER, ID);
        assertThat(added(Setting.CLUSTER, "mine")).containsEntry(Setting.CLUSTER, "mine");
        assertThat(added(Setting.BACKUP, "off")).doesNotContainKey(Setting.CLUSTER);
    }

    @Test
    void another_cluster_than_the_workers_is_not_called_like_it() {
        assertThat(added("consumer.override.bootstrap.servers", "other:9092"))
                .containsEntry(Setting.CLUSTER, ClusterName.UNKNOWN);
    }

    @Test
    void a_cluster_that_does_not_tell_its_id_is_not_archived_under_another_name() {
        assertThatThrownBy(() -> added(
                        Setting.SNAPSHOT_SERVERS,
                        "127.0.0.1:1",
                        "caudal.kafka.default.api.timeout.ms",
                        "300",
                        "caudal.kafka.request.timeout.ms",
                        "200"))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("127.0.0.1:1")
                .hasMessageContaining("caudal.cluster.id");
    }

    private static Map<String, String> added(String... more) {
        return ClusterName.added(new SinkConfig(Settings.with(more)));
    }
}
