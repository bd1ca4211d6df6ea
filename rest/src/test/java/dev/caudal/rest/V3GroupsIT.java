package dev.caudal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class V3GroupsIT {
    private static V3Proxy v3;
    private static KafkaConsumer<String, String> consumer;

    @BeforeAll
    static void start() {
        v3 = new V3Proxy();
        v3.kafka().createTopic("rivers", 2);
        v3.kafka().createTopic("lakes", 1);
        for (int i = 0; i < 3; i++) {
            v3.kafka().send("rivers", "r" + i);
        }
        consumer = consumer("readers");
        v3.kafka().send("rivers", "r3");
        v3.kafka().send("rivers", "r4");
    }

    @AfterAll
    static void stop() {
        consumer.close();
        v3.close();
    }

    @Test
    void a_group_tells_its_state_and_who_leads_it() {
        var group = v3.get("/consumer-groups/readers").json();

        assertThat(group.at("/kind").asText()).isEqualTo("KafkaConsumerGroup");
        assertThat(group.at("/metadata/resource_name").asText())
                .isEqualTo("crn:///kafka=" + v3.cluster() + "/consumer-group=readers");
        assertThat(group.at("/consumer_group_id").asText()).isEqualTo("readers");
        assertThat(group.at("/is_simple").asBoolean()).isFalse();
        assertThat(group.at("/partition_assignor").asText()).isEqualTo("range");
        assertThat(group.at("/state").asText()).isEqualTo("STABLE");
        assertThat(group.at("/type").asText()).isEqualTo("CLASSIC");
        assertThat(group.at("/is_mixed_consumer_group").asBoolean()).isFalse();
        assertThat(group.at("/coordinator/related").asText()).isEqualTo(v3.url("/brokers/1"));
        assertThat(group.at("/lag_summary/related").asText()).isEqualTo(v3.url("/consumer-groups/readers/lag-summary"));
        assertThat(v3.get("/consumer-groups").json().at("/data")).contains(group);
    }

    @Test
    void a_consumer_tells_its_client_and_leads_to_its_partitions() {
        var list = v3.get("/consumer-groups/readers/consumers").json();

        assertThat(list.at("/kind").asText()).isEqualTo("KafkaConsumerList");
        assertThat(list.at("/data")).hasSize(1);
        var member = list.at("/data/0");
        assertThat(member.at("/client_id").asText()).isEqualTo("reader");
        assertThat(member.at("/instance_id").isNull()).isTrue();
        var path = "/consumer-groups/readers/consumers/"
                + member.at("/consumer_id").asText();
        assertThat(v3.get(path).json()).isEqualTo(member);
        var assignments = v3.get(path + "/assignments").json();
        assertThat(assignments.at("/kind").asText()).isEqualTo("KafkaConsumerAssignmentList");
        assertThat(assignments.at("/data").findValuesAsText("partition_id")).containsExactly("0", "1");
        assertThat(v3.get(path + "/assignments/rivers/partitions/1").json()).isEqualTo(assignments.at("/data/1"));
        assertThat(v3.get(path + "/assignments/rivers/partitions/7").code()).isEqualTo(404);
    }

    @Test
    void lags_are_what_lies_between_the_committed_offset_and_the_end() {
        var lag = v3.get("/consumer-groups/readers/lags/rivers/partitions/0").json();

        assertThat(lag.at("/kind").asText()).isEqualTo("KafkaConsumerLag");
        assertThat(lag.at("/current_offset").asLong()).isEqualTo(3);
        assertThat(lag.at("/log_end_offset").asLong()).isEqualTo(5);
        assertThat(lag.at("/lag").asLong()).isEqualTo(2);
        assertThat(lag.at("/client_id").asText()).isEqualTo("reader");
        assertThat(v3.get("/consumer-groups/readers/lags").json().at("/data"))
                .hasSize(2)
                .contains(lag);
        assertThat(v3.get("/consumer-groups/readers/lags/lakes/partitions/0").code())
                .isEqualTo(404);
    }

    @Test
    void the_summary_names_the_largest_lag() {
        var summary = v3.get("/consumer-groups/readers/lag-summary").json();

        assertThat(summary.at("/kind").asText()).isEqualTo("KafkaConsumerGroupLagSummary");
        assertThat(summary.at("/max_lag").asLong()).isEqualTo(2);
        assertThat(summary.at("/total_lag").asLong()).isEqualTo(2);
        assertThat(summary.at("/max_lag_topic_name").asText()).isEqualTo("rivers");
        assertThat(summary.at("/max_lag_partition_id").asInt()).isZero();
        assertThat(summary.at("/max_lag_partition/related").asText()).isEqualTo(v3.url("/topics/rivers/partitions/0"));
    }

    @Test
    void a_group_that_has_left_is_empty_but_not_forgotten() {
        consumer("leavers").close();
        v3.kafka().send("lakes", "l");

        assertThat(v3.get("/consumer-groups/leavers").json().at("/state").asText())
                .isEqualTo("EMPTY");
        assertThat(v3.get("/consumer-groups/leavers/consumers").json().at("/data"))
                .isEmpty();
        assertThat(v3.get("/consumer-groups/leavers/lag-summary")
                        .json()
                        .at("/max_lag_consumer")
                        .isNull())
                .isTrue();
    }

    @Test
    void what_does_not_exist_is_404() {
        for (var path :
                List.of("", "/consumers", "/lags", "/lag-summary", "/consumers/x", "/consumers/x/assignments")) {
            var answer = v3.get("/consumer-groups/nobody" + path);

            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.code()).as(path).isEqualTo(404);
        }
        assertThat(v3.get("/consumer-groups/readers/consumers/x").code()).isEqualTo(404);
    }

    private static KafkaConsumer<String, String> consumer(String group) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", v3.kafka().bootstrapServers(),
                "group.id", group,
                "client.id", "reader",
                "auto.offset.reset", "earliest",
                "enable.auto.commit", "false");
        var reader = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        reader.subscribe(List.of("rivers"));
        int read = 0;
        while (read < 3) {
            read += reader.poll(Duration.ofSeconds(1)).count();
        }
        reader.commitSync();
        return reader;
    }
}
