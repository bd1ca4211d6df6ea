package dev.caudal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class V3ClustersIT {
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
    void the_cluster_tells_where_everything_is() {
        var answer = v3.get("");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.type()).isEqualTo("application/json");
        var cluster = answer.json();
        assertThat(cluster.at("/kind").asText()).isEqualTo("KafkaCluster");
        assertThat(cluster.at("/metadata/self").asText()).isEqualTo(v3.url(""));
        assertThat(cluster.at("/metadata/resource_name").asText()).isEqualTo("crn:///kafka=" + v3.cluster());
        assertThat(cluster.at("/controller/related").asText()).isEqualTo(v3.url("/brokers/1"));
        assertThat(cluster.at("/topics/related").asText()).isEqualTo(v3.url("/topics"));
        assertThat(cluster.at("/partition_reassignments/related").asText())
                .isEqualTo(v3.url("/topics/-/partitions/-/reassignment"));
    }

    @Test
    void the_list_of_clusters_has_that_one() {
        var list = v3.proxy().http().get("/v3/clusters/").json();

        assertThat(list.at("/kind").asText()).isEqualTo("KafkaClusterList");
        assertThat(list.at("/metadata/next").isNull()).isTrue();
        assertThat(list.at("/data")).containsExactly(v3.get("").json());
    }

    @Test
    void another_cluster_is_nowhere_to_be_found() {
        for (var path : new String[] {"", "/topics", "/brokers/1/configs", "/consumer-groups", "/acls"}) {
            var answer = v3.proxy().http().get("/v3/clusters/elsewhere" + path);

            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.code()).as(path).isEqualTo(404);
            assertThat(answer.body()).contains("elsewhere", v3.cluster());
        }
    }

    @Test
    void answers_in_other_media_types_are_refused() {
        var answer = v3.proxy().http().get(v3.path("/topics"), "Accept", "application/vnd.kafka.v2+json");

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.code()).isEqualTo(406);
    }

    @Test
    void advertised_addresses_stand_in_links() {
        try (var proxy = new TestProxy(v3.kafka(), "advertised.listeners", "http://rest.example:80")) {
            var self = proxy.http().get(v3.path("/topics/rivers")).json().at("/metadata/self");

            assertThat(self.asText()).isEqualTo("http://rest.example:80" + v3.path("/topics/rivers"));
        }
    }

    @Test
    void a_cluster_that_is_away_fails_requests_in_time() {
        try (var proxy = new TestProxy("127.0.0.1:1")) {
            var answer = proxy.http().get("/v3/clusters/x/topics");

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.code()).isEqualTo(50003);
        }
    }
}
