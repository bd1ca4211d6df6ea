package dev.caudal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.testkit.Eventually;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Brokers, their settings, reassignments, and ACLs where nobody keeps any. */
final class V3BrokersIT {
    private static final String CLEANERS = "log.cleaner.threads";

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
    void a_broker_tells_where_it_is() {
        var broker = v3.get("/brokers/1").json();

        assertThat(broker.at("/kind").asText()).isEqualTo("KafkaBroker");
        assertThat(broker.at("/host").asText() + ":" + broker.at("/port").asInt())
                .isEqualTo(v3.kafka().bootstrapServers());
        assertThat(broker.at("/rack").isNull()).isTrue();
        assertThat(v3.get("/brokers").json().at("/data")).containsExactly(broker);
        assertThat(v3.get("/brokers/7").code()).isEqualTo(404);
        assertThat(v3.get("/brokers/7/configs").code()).isEqualTo(404);
        assertThat(v3.get("/brokers/one").code()).isEqualTo(404);
    }

    @Test
    void a_broker_tells_its_replicas() {
        var list = v3.get("/brokers/1/partition-replicas").json();

        assertThat(list.at("/kind").asText()).isEqualTo("KafkaReplicaList");
        assertThat(list.at("/data").findValuesAsText("topic_name")).containsExactly("rivers", "rivers");
    }

    @Test
    void a_setting_of_a_broker_is_set_and_given_back() {
        var path = "/brokers/1/configs/" + CLEANERS;
        assertThat(v3.send("PUT", path, "{'value':'2'}").status()).isEqualTo(204);
        Eventually.passes(
                () -> assertThat(v3.get(path).json().at("/value").asText()).isEqualTo("2"));
        var config = v3.get(path).json();
        assertThat(config.at("/kind").asText()).isEqualTo("KafkaBrokerConfig");
        assertThat(config.at("/broker_id").asInt()).isEqualTo(1);
        assertThat(config.at("/source").asText()).isEqualTo("DYNAMIC_BROKER_CONFIG");
        assertThat(v3.get("/brokers/1/configs").json().at("/data")).contains(config);
        assertThat(v3.get("/brokers/-/configs").json().at("/data")).contains(config);

        assertThat(v3.send("DELETE", path, "").status()).isEqualTo(204);

        Eventually.passes(
                () -> assertThat(v3.get(path).json().at("/value").asText()).isEqualTo("1"));
    }

    @Test
    void what_a_broker_cannot_be_told_is_refused() {
        assertThat(v3.send("PUT", "/brokers/1/configs/no.such", "{'value':'2'}").code())
                .isEqualTo(404);
        assertThat(v3.send("PUT", "/brokers/1/configs/" + CLEANERS, "{'value':'many'}")
                        .code())
                .isEqualTo(40002);
        assertThat(v3.send("PUT", "/brokers/7/configs/" + CLEANERS, "{'value':'2'}")
                        .code())
                .isEqualTo(404);
        assertThat(v3.send(
                                "POST",
                                "/brokers/1/configs:alter",
                                "{'data':[{'name':'" + CLEANERS + "','value':'2'}],'validate_only':true}")
                        .status())
                .isEqualTo(204);
        assertThat(v3.get("/brokers/1/configs/" + CLEANERS).json().at("/value").asText())
                .isEqualTo("1");
    }

    @Test
    void settings_of_all_brokers_are_those_that_somebody_has_set() {
        var path = "/broker-configs/log.retention.ms";
        assertThat(v3.get(path).code()).isEqualTo(404);

        assertThat(v3.send("PUT", path, "{'value':'3600000'}").status()).isEqualTo(204);

        Eventually.passes(() -> assertThat(v3.get(path).status()).isEqualTo(200));
        var config = v3.get(path).json();
        assertThat(config.at("/kind").asText()).isEqualTo("KafkaClusterConfig");
        assertThat(config.at("/config_type").asText()).isEqualTo("BROKER");
        assertThat(config.at("/source").asText()).isEqualTo("DYNAMIC_DEFAULT_BROKER_CONFIG");
        assertThat(v3.get("/broker-configs").json().at("/data")).contains(config);
        assertThat(v3.send(
                                "POST",
                                "/broker-configs:alter",
                                "{'data':[{'name':'log.retention.ms','operation':'DELETE'}]}")
                        .status())
                .isEqualTo(204);
        Eventually.passes(() -> assertThat(v3.get(path).status()).isEqualTo(404));
    }

    @Test
    void no_partition_is_being_moved() {
        assertThat(v3.get("/topics/-/partitions/-/reassignment")
                        .json()
                        .at("/kind")
                        .asText())
                .isEqualTo("KafkaReassignmentList");
        assertThat(v3.get("/topics/rivers/partitions/-/reassignment").json().at("/data"))
                .isEmpty();
        assertThat(v3.get("/topics/rivers/partitions/0/reassignment").code()).isEqualTo(404);
        assertThat(v3.get("/topics/nile/partitions/-/reassignment").code()).isEqualTo(40403);
        assertThat(v3.get("/topics/rivers/partitions/9/reassignment").code()).isEqualTo(40402);
    }

    @Test
    void without_an_authorizer_there_are_no_acls() {
        var acl = "{'resource_type':'topic','resource_name':'rivers','principal':'User:ana','operation':'read',"
                + "'permission':'allow'}";

        assertThat(v3.get("/acls").code()).isEqualTo(40002);
        assertThat(v3.send("POST", "/acls", acl).code()).isEqualTo(40002);
        assertThat(v3.send("POST", "/acls:batch", "{'data':[" + acl + "]}").code())
                .isEqualTo(40002);
    }

    @Test
    void acls_that_are_none_are_refused() {
        assertThat(v3.get("/acls?resource_type=river").code()).isEqualTo(404);
        assertThat(v3.get("/acls?resource_type=river").body())
                .contains("The valid values for resource_type do not include 'river'");
        assertThat(v3.send("DELETE", "/acls?resource_type=topic", "").code()).isEqualTo(400);
        assertThat(v3.send("POST", "/acls", "{'resource_type':'any','operation':'read','permission':'allow'}")
                        .code())
                .isEqualTo(400);
        assertThat(v3.send("POST", "/acls", "{}").code()).isEqualTo(400);
        assertThat(v3.send("POST", "/acls", "").code()).isEqualTo(42206);
    }
}
