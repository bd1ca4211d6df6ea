package dev.caudal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.testkit.Eventually;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class V3TopicConfigsIT {
    private static V3Proxy v3;

    @BeforeAll
    static void start() {
        v3 = new V3Proxy();
        v3.kafka().createTopic("rivers", 1);
        v3.kafka().createTopic("lakes", 1);
    }

    @AfterAll
    static void stop() {
        v3.close();
    }

    @Test
    void a_setting_says_where_its_value_comes_from() {
        var config = v3.get("/topics/rivers/configs/cleanup.policy").json();

        assertThat(config.at("/kind").asText()).isEqualTo("KafkaTopicConfig");
        assertThat(config.at("/metadata/resource_name").asText())
                .isEqualTo("crn:///kafka=" + v3.cluster() + "/topic=rivers/config=cleanup.policy");
        assertThat(config.at("/topic_name").asText()).isEqualTo("rivers");
        assertThat(config.at("/value").asText()).isEqualTo("delete");
        assertThat(config.at("/is_default").asBoolean()).isTrue();
        assertThat(config.at("/is_read_only").asBoolean()).isFalse();
        assertThat(config.at("/is_sensitive").asBoolean()).isFalse();
        assertThat(config.at("/source").asText()).isEqualTo("DEFAULT_CONFIG");
        assertThat(config.at("/synonyms/0/name").asText()).isEqualTo("log.cleanup.policy");
        var list = v3.get("/topics/rivers/configs").json();
        assertThat(list.at("/kind").asText()).isEqualTo("KafkaTopicConfigList");
        assertThat(list.at("/data")).contains(config);
    }

    @Test
    void a_setting_is_set_and_given_back_its_default() {
        var set = v3.send("PUT", "/topics/rivers/configs/retention.ms", "{'value':'777'}");

        assertThat(set.status()).isEqualTo(204);
        Eventually.passes(() -> assertThat(value("rivers", "retention.ms")).isEqualTo("777"));

        var reset = v3.send("DELETE", "/topics/rivers/configs/retention.ms", "");

        assertThat(reset.status()).isEqualTo(204);
        Eventually.passes(() -> assertThat(value("rivers", "retention.ms")).isEqualTo("604800000"));
    }

    @Test
    void several_settings_change_together_or_not_at_all() {
        var done = v3.send(
                "POST",
                "/topics/rivers/configs:alter",
                "{'data':[{'name':'segment.ms','value':'11111'},{'name':'flush.ms','operation':'DELETE'}]}");
        assertThat(done.status()).isEqualTo(204);
        Eventually.passes(() -> assertThat(value("rivers", "segment.ms")).isEqualTo("11111"));

        var refused = v3.send(
                "POST",
                "/topics/rivers/configs:alter",
                "{'data':[{'name':'segment.ms','value':'22222'},{'name':'flush.ms','value':'soon'}]}");
        assertThat(refused.code()).isEqualTo(40002);
        var unknown = v3.send(
                "POST",
                "/topics/rivers/configs:alter",
                "{'data':[{'name':'segment.ms','value':'22222'},{'name':'no.such','value':'1'}]}");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.code()).isEqualTo(404);
        Eventually.passes(() -> assertThat(value("rivers", "segment.ms")).isEqualTo("11111"));
    }

    @Test
    void changes_that_are_only_validated_do_not_happen() {
        var answer = v3.send(
                "POST",
                "/topics/lakes/configs:alter",
                "{'data':[{'name':'segment.ms','value':'22222'}],'validate_only':true}");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(value("lakes", "segment.ms")).isEqualTo("604800000");
    }

    @Test
    void settings_of_several_topics_change_and_failures_are_told_one_by_one() {
        var mixed = v3.send(
                "POST",
                "/topics/-/configs:alter",
                "{'data':[{'topic_name':'lakes','configs':[{'name':'max.message.bytes','value':'9999'}]},"
                        + "{'topic_name':'nile','configs':[{'name':'max.message.bytes','value':'9999'}]}]}");

        assertThat(mixed.status()).isEqualTo(207);
        assertThat(mixed.json().at("/failures")).hasSize(1);
        assertThat(mixed.json().at("/failures/0/topic_name").asText()).isEqualTo("nile");
        assertThat(mixed.json().at("/failures/0/error_code").asInt()).isEqualTo(40403);
        Eventually.passes(() -> assertThat(value("lakes", "max.message.bytes")).isEqualTo("9999"));
        var fine = v3.send(
                "POST",
                "/topics/-/configs:alter",
                "{'data':[{'topic_name':'lakes','configs':[{'name':'max.message.bytes','operation':'DELETE'}]}]}");
        assertThat(fine.status()).isEqualTo(204);
    }

    @Test
    void the_settings_of_all_topics_are_one_list() {
        var list = v3.get("/topics/-/configs").json();

        assertThat(list.at("/kind").asText()).isEqualTo("KafkaTopicConfigList");
        assertThat(list.at("/data").findValuesAsText("topic_name")).contains("lakes", "rivers");
    }

    @Test
    void what_cannot_be_set_is_refused() {
        assertThat(v3.send("PUT", "/topics/rivers/configs/no.such", "{'value':'1'}")
                        .code())
                .isEqualTo(404);
        assertThat(v3.send("PUT", "/topics/rivers/configs/retention.ms", "{'value':'soon'}")
                        .code())
                .isEqualTo(40002);
        assertThat(v3.send("PUT", "/topics/rivers/configs/retention.ms", "{}").code())
                .isEqualTo(400);
        assertThat(v3.send("PUT", "/topics/rivers/configs/retention.ms", "").code())
                .isEqualTo(42206);
        assertThat(v3.send("POST", "/topics/rivers/configs:alter", "{}").code()).isEqualTo(400);
        assertThat(v3.send("POST", "/topics/rivers/configs:alter", "{'data':[{'name':'flush.ms','operation':'ADD'}]}")
                        .code())
                .isEqualTo(400);
        assertThat(v3.get("/topics/rivers/configs/no.such").code()).isEqualTo(404);
    }

    private static String value(String topic, String name) {
        return v3.get("/topics/" + topic + "/configs/" + name)
                .json()
                .at("/value")
                .asText();
    }
}
