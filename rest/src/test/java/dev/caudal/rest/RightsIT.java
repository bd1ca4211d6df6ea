package dev.caudal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.testkit.Eventually;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each user may do through the proxy what it may do at the brokers, and is told 403/40301 of all else. */
final class RightsIT {
    private static final String TOPIC = "orders";

    @TempDir
    private static Path folder;

    private static GuardedKafka kafka;
    private static TestProxy proxy;
    private static AsUser reader;
    private static AsUser stray;
    private static AsUser writer;
    private static AsUser nobody;

    @BeforeAll
    static void start() {
        kafka = new GuardedKafka();
        kafka.kafka().createTopic(TOPIC, 1);
        var file = folder.resolve("users");
        for (var name : List.of("reader", "stray", "writer", "nobody")) {
            kafka.user(name, password(name));
            new UserFile(file).add(name, password(name));
        }
        kafka.allow("reader", ResourceType.TOPIC, TOPIC, AclOperation.READ);
        kafka.allow("reader", ResourceType.GROUP, "*", AclOperation.READ);
        kafka.allow("stray", ResourceType.TOPIC, TOPIC, AclOperation.READ);
        kafka.allow("writer", ResourceType.TOPIC, TOPIC, AclOperation.WRITE);
        kafka.allow("writer", ResourceType.GROUP, "*", AclOperation.READ);
        proxy = new TestProxy(
                kafka.bootstrapServers(),
                "authentication.method",
                "BASIC",
                "caudal.authentication.users",
                file.toString(),
                "client.security.protocol",
                "SASL_PLAINTEXT",
                "client.sasl.mechanism",
                "SCRAM-SHA-512");
        reader = user("reader");
        stray = user("stray");
        writer = user("writer");
        nobody = user("nobody");
        assertThat(writer.produce(TOPIC, "one")
                        .json()
                        .at("/offsets/0/error_code")
                        .isNull())
                .isTrue();
    }

    @AfterAll
    static void stop() {
        proxy.close();
        kafka.close();
    }

    @Test
    void who_may_read_cannot_write() {
        var answer = reader.produce(TOPIC, "two");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().at("/offsets/0/error_code").asInt()).isEqualTo(40301);
        assertThat(answer.json().at("/offsets/0/error").asText()).contains("authorization failed");
        var record = "{'value':{'type':'STRING','data':'two'}}";
        assertThat(reader.v3("POST", "/topics/orders/records", record).code()).isEqualTo(40301);
        assertThat(reader.v3(
                                "POST",
                                "/topics/orders/records:batch",
                                "{'entries':[{'id':'1'," + record.substring(1) + "]}")
                        .json()
                        .at("/failures/0/error_code")
                        .asInt())
                .isEqualTo(40301);
        assertThat(read(reader, "reads").body())
                .contains("\"value\":\"Im9uZSI=\"")
                .doesNotContain("two");
    }

    @Test
    void who_may_write_cannot_read() {
        assertRefused(writer.get("/topics/orders/partitions/0/messages?offset=0"));
        assertRefused(readV1(writer, "writes-1"));
        assertRefused(read(writer, "writes"));
    }

    @Test
    void who_may_not_use_the_group_cannot_read() {
        assertRefused(read(stray, "strays"));
        assertRefused(readV1(stray, "strays-1"));
        assertRefused(stray.v3("GET", "/consumer-groups/strays", ""));
        assertThat(stray.get("/topics/orders/partitions/0/messages?offset=0").body())
                .as("without a group")
                .contains("Im9uZSI=");
    }

    @Test
    void who_may_not_describe_does_not_see_that_there_is_a_topic() {
        assertThat(nobody.get("/topics").body()).isEqualTo("[]");
        assertThat(nobody.v3("GET", "/topics", "").json().get("data")).isEmpty();
        assertThat(nobody.v3("GET", "/consumer-groups", "").json().get("data")).isEmpty();
        for (var path : List.of(
                "/topics/orders",
                "/topics/orders/partitions",
                "/topics/orders/partitions/0",
                "/topics/orders/partitions/0/offsets",
                "/topics/orders/partitions/0/messages?offset=0")) {
            assertRefused(nobody.v1("GET", path, ""));
            assertRefused(nobody.get(path));
        }
        assertRefused(nobody.v3("GET", "/topics/orders", ""));
        assertRefused(nobody.v3("GET", "/topics/orders/partitions", ""));
        assertRefused(nobody.produce(TOPIC, "three"));
        assertRefused(read(nobody, "nobodies"));
        assertRefused(readV1(nobody, "nobodies-1"));
    }

    @Test
    void who_may_not_administrate_changes_nothing() throws Exception {
        assertRefused(reader.v3("POST", "/topics", "{'topic_name':'mine','partitions_count':1}"));
        assertRefused(reader.v3("PATCH", "/topics/orders", "{'partitions_count':3}"));
        assertRefused(reader.v3("DELETE", "/topics/orders", ""));
        assertRefused(reader.v3("PUT", "/topics/orders/configs/retention.ms", "{'value':'1'}"));
        assertRefused(
                reader.v3("POST", "/topics/orders/configs:alter", "{'data':[{'name':'retention.ms','value':'1'}]}"));
        assertRefused(reader.v3("PUT", "/broker-configs/log.retention.ms", "{'value':'1'}"));
        assertRefused(reader.v3("GET", "/acls", ""));
        assertRefused(
                reader.v3("DELETE", "/acls?resource_type=TOPIC&pattern_type=ANY&operation=ANY&permission=ANY", ""));
        assertThat(kafka.kafka()
                        .admin()
                        .describeTopics(List.of(TOPIC))
                        .allTopicNames()
                        .get()
                        .values())
                .singleElement()
                .satisfies(topic -> assertThat(topic.partitions()).hasSize(1));
        assertThat(reader.get("/topics").body()).doesNotContain("mine");
    }

    @Test
    void who_may_administrate_does() {
        kafka.user("admin", "password of admin");
        new UserFile(folder.resolve("users")).add("admin", "password of admin");
        kafka.allow("admin", ResourceType.CLUSTER, "kafka-cluster", AclOperation.CREATE, AclOperation.DESCRIBE);
        var admin = new AsUser(proxy, "admin", "password of admin");

        Eventually.passes(() -> assertThat(admin.get("/topics").status()).isEqualTo(200));

        assertThat(admin.v3("POST", "/topics", "{'topic_name':'new','partitions_count':1}")
                        .status())
                .isEqualTo(201);
        assertThat(admin.v3("GET", "/acls", "").json().get("data")).isNotEmpty();
    }

    @Test
    void a_right_that_is_given_later_counts_at_once() {
        assertRefused(reader.produce("later", "x"));
        kafka.kafka().createTopic("later", 1);
        assertRefused(reader.produce("later", "x"));

        kafka.allow("reader", ResourceType.TOPIC, "later", AclOperation.WRITE);

        Eventually.passes(
                () -> assertThat(reader.produce("later", "x").status()).isEqualTo(200));
    }

    @Test
    void who_the_brokers_do_not_know_is_told_so() {
        new UserFile(folder.resolve("users")).add("unknown", "to the brokers");
        var unknown = new AsUser(proxy, "unknown", "to the brokers");

        Eventually.passes(
                () -> assertThat(unknown.get("/v3/openapi.json").status()).isEqualTo(200));

        assertThat(unknown.get("/topics").code()).isEqualTo(40101);
        assertThat(unknown.get("/topics").body()).contains("invalid credentials");
        assertThat(unknown.produce(TOPIC, "x").code()).isEqualTo(40101);
        assertThat(unknown.get("/v3/clusters").code()).isEqualTo(40101);
        assertThat(read(unknown, "unknowns").code()).isEqualTo(40101);
    }

    @Test
    void a_user_may_have_another_name_at_the_brokers() {
        new UserFile(folder.resolve("users")).add("mask", "own password", "reader", "password of reader");
        var mask = new AsUser(proxy, "mask", "own password");

        Eventually.passes(() -> assertThat(mask.get("/topics").body())
                .isEqualTo(reader.get("/topics").body()));

        assertRefused(mask.produce(TOPIC, "x"));
    }

    private static AsUser user(String name) {
        return new AsUser(proxy, name, password(name));
    }

    private static String password(String name) {
        return "password of " + name;
    }

    /** What a consumer of v2 is answered first. */
    private static Http.Answer read(AsUser user, String name) {
        var instance = "/consumers/" + name + "/instances/" + name;
        user.v2("POST", "/consumers/" + name, "{'name':'" + name + "','auto.offset.reset':'earliest'}");
        user.v2("POST", instance + "/subscription", "{'topics':['orders']}");
        return firstAnswer(user, instance + "/records");
    }

    /** What a consumer of v1 is answered first. */
    private static Http.Answer readV1(AsUser user, String name) {
        user.v1("POST", "/consumers/" + name, "{'id':'" + name + "','auto.offset.reset':'smallest'}");
        return firstAnswer(user, "/consumers/" + name + "/instances/" + name + "/topics/orders");
    }

    private static Http.Answer firstAnswer(AsUser user, String path) {
        var answer = user.get(path);
        for (int i = 0; i < 60 && answer.body().equals("[]"); i++) {
            answer = user.get(path);
        }
        return answer;
    }

    private static void assertRefused(Http.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains("\"error_code\":40301");
    }
}
