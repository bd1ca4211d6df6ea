package dev.caudal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The how-to's answer of {@code describe-cluster}, with the names that it has on the wire. */
class DocumentTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ZOOKEEPER = "z-%d.kafka-test.m1vlzx.c5.kafka.us-east-1.amazonaws.com:2181";

    @Test
    void a_cluster_is_described_field_for_field_as_in_the_document() throws IOException {
        var spec = new ClusterSpec(
                "2.2.1",
                List.of(
                        new Subnet("subnet-0538eb3e4ad6c12a5", "us-east-1a"),
                        new Subnet("subnet-0fb732dbc7c9f752d", "us-east-1b")),
                "kafka.t3.small",
                100,
                List.of("sg-08b9d453e3f4d22eb"),
                encryption(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var info = new ClusterInfo(
                ClusterArn.stored(
                        "arn:aws:kafka:us-east-1:581027662077:cluster/Kafka-test/6fed5882-f025-4369-a775-71be9b525521-5"),
                Instant.parse("2020-05-15T15:42:33.683Z"),
                new CurrentVersion("K3AEGXETSR30VB"),
                ClusterState.ACTIVE,
                List.of(),
                spec,
                2,
                Map.of("owner", "cvalenzuela", "Project", "poc-kafka"),
                Optional.of(String.join(",", ZOOKEEPER.formatted(3), ZOOKEEPER.formatted(1), ZOOKEEPER.formatted(2))),
                Optional.empty());

        var body = ClusterJson.object();
        body.set("clusterInfo", ClusterJson.first(info));

        try (var expected = DocumentTest.class.getResourceAsStream("describe-cluster.json")) {
            assertThat((Object) JSON.readTree(body.toString())).isEqualTo(JSON.readTree(expected));
        }
    }

    private static Encryption encryption() {
        return new Encryption(
                ClientBroker.TLS_PLAINTEXT,
                true,
                Optional.of("arn:aws:kms:us-east-1:581027662077:key/1db13367-6660-4bc8-a575-ffd215041ef1"));
    }
}
