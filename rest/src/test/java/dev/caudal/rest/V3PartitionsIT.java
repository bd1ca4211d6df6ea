package dev.caudal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class V3PartitionsIT {
    private static V3Proxy v3;

    @BeforeAll
    static void start() {
        v3 = new V3Proxy();
        v3.kafka().createTopic("rivers", 2);
        v3.kafka().send("rivers", "Ebro");
        v3.kafka().send("rivers", "Tajo");
    }

    @AfterAll
    static void stop() {
        v3.close();
    }

    @Test
    void a_partition_leads_to_its_leader_and_replicas() {
        var partition = v3.get("/topics/rivers/partitions/1").json();

        assertThat(partition.at("/kind").asText()).isEqualTo("KafkaPartition");
        assertThat(partition.at("/metadata/resource_name").asText())
                .isEqualTo("crn:///kafka=" + v3.cluster() + "/topic=rivers/partition=1");
        assertThat(partition.at("/topic_name").asText()).isEqualTo("rivers");
        assertThat(partition.at("/partition_id").asInt()).isEqualTo(1);
        assertThat(partition.at("/leader/related").asText())
                .isEqualTo(v3.url("/topics/rivers/partitions/1/replicas/1"));
        assertThat(partition.at("/reassignment/related").asText())
                .isEqualTo(v3.url("/topics/rivers/partitions/1/reassignment"));
        var list = v3.get("/topics/rivers/partitions").json();
        assertThat(list.at("/kind").asText()).isEqualTo("KafkaPartitionList");
        assertThat(list.at("/data")).hasSize(2).contains(partition);
    }

    @Test
    void a_replica_says_whether_it_leads_and_is_in_sync() {
        var replica = v3.get("/topics/rivers/partitions/0/replicas/1").json();

        assertThat(replica.at("/kind").asText()).isEqualTo("KafkaReplica");
        assertThat(replica.at("/broker_id").asInt()).isEqualTo(1);
        assertThat(replica.at("/is_leader").asBoolean()).isTrue();
        assertThat(replica.at("/is_in_sync").asBoolean()).isTrue();
        assertThat(replica.at("/broker/related").asText()).isEqualTo(v3.url("/brokers/1"));
        assertThat(v3.get("/topics/rivers/partitions/0/replicas").json().at("/data"))
                .containsExactly(replica);
        assertThat(v3.get("/topics/rivers/partitions/0/replicas/9").code()).isEqualTo(404);
    }

    @Test
    void offsets_tell_where_a_partition_begins_and_ends() {
        var offsets = v3.get("/topics/rivers/partitions/0/offset?offset_type=earliest_and_latest")
                .json();

        assertThat(offsets.at("/kind").asText()).isEqualTo("KafkaPartitionWithOffsets");
        assertThat(offsets.at("/earliest_offset").asLong()).isZero();
        assertThat(offsets.at("/latest_offset").asLong()).isEqualTo(2);
        assertThat(v3.get("/topics/rivers/partitions/0/offset?offset_type=median")
                        .code())
                .isEqualTo(400);
    }

    @Test
    void unknown_partitions_are_404() {
        assertThat(v3.get("/topics/rivers/partitions/2").code()).isEqualTo(40402);
        assertThat(v3.get("/topics/rivers/partitions/-1").code()).isEqualTo(40402);
        assertThat(v3.get("/topics/rivers/partitions/2/offset").code()).isEqualTo(40402);
        assertThat(v3.get("/topics/rivers/partitions/one").code()).isEqualTo(404);
    }
}
