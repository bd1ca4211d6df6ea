package dev.caudal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.testkit.Eventually;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class V3TopicsIT {
    private static V3Proxy v3;

    @BeforeAll
    static void start() {
        v3 = new V3Proxy();
        v3.kafka().createTopic("rivers", 2);
    }

    @AfterAll
    static void stop() {
        v3.close();
    }

    @Test
    void a_created_topic_is_told_with_its_real_counts_and_settings() {
        var answer = v3.send(
                "POST",
                "/topics",
                "{'topic_name':'lakes','partitions_count':3,'replication_factor':1,"
                        + "'configs':[{'name':'retention.ms','value':'1234'}]}");

        assertThat(answer.status()).isEqualTo(201);
        var topic = answer.json();
        assertThat(topic.at("/kind").asText()).isEqualTo("KafkaTopic");
        assertThat(topic.at("/metadata/self").asText()).isEqualTo(v3.url("/topics/lakes"));
        assertThat(topic.at("/metadata/resource_name").asText())
                .isEqualTo("crn:///kafka=" + v3.cluster() + "/topic=lakes");
        assertThat(topic.at("/partitions_count").asInt()).isEqualTo(3);
        assertThat(topic.at("/replication_factor").asInt()).isEqualTo(1);
        assertThat(v3.get("/topics/lakes").json()).isEqualTo(topic);
        Eventually.passes(() -> assertThat(v3.get("/topics/lakes/configs/retention.ms")
                        .json()
                        .at("/value")
                        .asText())
                .isEqualTo("1234"));
    }

    @Test
    void replicas_can_be_placed_by_hand() {
        var answer = v3.send("POST", "/topics", "{'topic_name':'placed','replicas_assignments':{'0':[1],'1':[1]}}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().at("/partitions_count").asInt()).isEqualTo(2);
    }

    @Test
    void counts_that_nobody_names_are_the_brokers_own() {
        var answer = v3.send("POST", "/topics", "{'topic_name':'plain'}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().at("/replication_factor").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/partitions_count").asInt()).isPositive();
    }

    @Test
    void a_topic_that_is_only_validated_is_not_created() {
        var answer = v3.send("POST", "/topics", "{'topic_name':'maybe','partitions_count':2,'validate_only':true}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/topic_name").asText()).isEqualTo("maybe");
        assertThat(v3.get("/topics/maybe").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'topic_name':'rivers'}                                                   | 400 | 40002",
                "{'topic_name':'../etc'}                                                   | 422 | 42206",
                "{'topic_name':''}                                                         | 422 | 42206",
                "``                                                                        | 422 | 42206",
                "null                                                                      | 422 | 42206",
                "{}                                                                        | 400 | 400",
                "{'topic_name':'a'                                                         | 400 | 400",
                "[]                                                                        | 400 | 400",
                "{'topic_name':'a','color':1}                                              | 400 | 400",
                "{'topic_name':'a','partitions_count':0}                                   | 400 | 40002",
                "{'topic_name':'a','partitions_count':'many'}                              | 400 | 400",
                "{'topic_name':'a','replication_factor':7}                                 | 400 | 40002",
                "{'topic_name':'a','configs':[{'name':'retention.ms','value':'soon'}]}     | 400 | 40002",
                "{'topic_name':'a','configs':[{'name':'retention.ms'}]}                    | 400 | 400",
                "{'topic_name':'a','configs':[null]}                                       | 400 | 400",
                "{'topic_name':'a','configs':[{'name':'no.such','value':'1'}]}             | 400 | 40002",
                "{'topic_name':'a','replicas_assignments':{'0':[9]}}                       | 400 | 40002",
                "{'topic_name':'a','replicas_assignments':{'1':[1]}}                       | 400 | 40002",
                "{'topic_name':'a','replicas_assignments':{'0':[1]},'partitions_count':1}  | 400 | 400",
            })
    void what_cannot_be_created_is_refused(String body, int status, int code) {
        var answer = v3.send("POST", "/topics", body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).as(answer.body()).isEqualTo(code);
        assertThat(v3.get("/topics/a").status()).isEqualTo(404);
    }

    @Test
    void the_list_of_topics_is_in_order() {
        v3.kafka().createTopic("abyss", 1);

        var list = v3.get("/topics").json();

        assertThat(list.at("/kind").asText()).isEqualTo("KafkaTopicList");
        assertThat(list.at("/metadata/self").asText()).isEqualTo(v3.url("/topics"));
        assertThat(list.at("/data").findValuesAsText("topic_name")).isSorted().contains("abyss", "rivers");
        assertThat(list.at("/data/0/authorized_operations")).isEmpty();
        assertThat(v3.get("/topics?includeAuthorizedOperations=true")
                        .json()
                        .at("/data/0/authorized_operations")
                        .toString())
                .contains("\"READ\"");
    }

    @Test
    void a_topic_grows_and_does_not_shrink() {
        v3.kafka().createTopic("growing", 2);

        var grown = v3.send("PATCH", "/topics/growing", "{'partitions_count':4}");

        assertThat(grown.status()).isEqualTo(200);
        assertThat(grown.json().at("/partitions_count").asInt()).isEqualTo(4);
        assertThat(v3.send("PATCH", "/topics/growing", "{'partitions_count':4}").code())
                .isEqualTo(40002);
        assertThat(v3.send("PATCH", "/topics/growing", "{'partitions_count':1}").code())
                .isEqualTo(40002);
        assertThat(v3.send("PATCH", "/topics/growing", "{}").code()).isEqualTo(400);
        assertThat(v3.send("PATCH", "/topics/nile", "{'partitions_count':4}").code())
                .isEqualTo(40403);
    }

    @Test
    void a_deleted_topic_is_gone() {
        v3.kafka().createTopic("passing", 1);

        var answer = v3.send("DELETE", "/topics/passing", "");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(v3.send("DELETE", "/topics/passing", "").code()).isEqualTo(40403);
        Eventually.passes(() -> assertThat(v3.get("/topics/passing").code()).isEqualTo(40403));
    }

    @Test
    void unknown_topics_are_404_everywhere() {
        for (var path : new String[] {"", "/configs", "/configs/retention.ms", "/partitions", "/partitions/0"}) {
            var answer = v3.get("/topics/nile" + path);

            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.code()).as(path).isEqualTo(40403);
        }
    }

    @Test
    void the_names_of_things_are_encoded_in_links() {
        assertThat(V3Path.of("http://h", "c").group("a b/c").url())
                .isEqualTo("http://h/v3/clusters/c/consumer-groups/a%20b%2Fc");
    }
}
