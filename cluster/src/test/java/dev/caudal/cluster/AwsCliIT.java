package dev.caudal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the document's chapters 3 and 4 by Amazon's own program. */
class AwsCliIT {
    @TempDir
    private Path root;

    private TestPlane plane;
    private AwsCli aws;

    @BeforeEach
    void start() throws Exception {
        plane = new TestPlane(root.resolve("data"));
        aws = AwsCli.of(root, plane.port());
    }

    @AfterEach
    void stop() {
        plane.close();
    }

    @Test
    void a_cluster_as_in_the_document_is_created_described_and_deleted() throws Exception {
        var arn = json(
                        "create-cluster",
                        "--cluster-name",
                        "Kafka-test",
                        "--kafka-version",
                        "2.2.1",
                        "--number-of-broker-nodes",
                        "2",
                        "--broker-node-group-info",
                        "ClientSubnets=subnet-a,subnet-b,InstanceType=kafka.t3.small,SecurityGroups=sg-1,"
                                + "StorageInfo={EbsStorageInfo={VolumeSize=100}}",
                        "--encryption-info",
                        "EncryptionInTransit={ClientBroker=TLS_PLAINTEXT,InCluster=true}",
                        "--tags",
                        "owner=cvalenzuela,Project=poc-kafka")
                .path("ClusterArn")
                .asText();
        plane.await(arn, "ACTIVE");

        var info = json("describe-cluster", "--cluster-arn", arn).path("ClusterInfo");
        assertThat(info.path("State").asText()).isEqualTo("ACTIVE");
        assertThat(info.path("CreationTime").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(info.path("Tags").path("owner").asText()).isEqualTo("cvalenzuela");
        assertThat(info.at("/CurrentBrokerSoftwareInfo/KafkaVersion").asText()).isEqualTo("2.2.1");
        assertThat(info.at("/StateInfo/Message").asText())
                .contains("runs Apache Kafka 4.3.1", "Security groups are stored");
        assertThat(info.at("/EncryptionInfo/EncryptionInTransit/ClientBroker").asText())
                .isEqualTo("TLS_PLAINTEXT");
        assertThat(json("get-bootstrap-brokers", "--cluster-arn", arn).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("BootstrapBrokerString", "BootstrapBrokerStringTls");
        assertThat(json("list-clusters", "--cluster-name-filter", "Kafka").path("ClusterInfoList"))
                .hasSize(1);
        assertThat(json("list-nodes", "--cluster-arn", arn, "--page-size", "1").path("NodeInfoList"))
                .hasSize(2);

        assertThat(aws.kafka("tag-resource", "--resource-arn", arn, "--tags", "a=b")
                        .code())
                .isZero();
        assertThat(aws.kafka("untag-resource", "--resource-arn", arn, "--tag-keys", "owner", "Project")
                        .code())
                .isZero();
        assertThat(json("list-tags-for-resource", "--resource-arn", arn).path("Tags"))
                .isEqualTo(new ObjectMapper().readTree("{\"a\": \"b\"}"));
        assertThat(aws.kafka(
                        "update-broker-count",
                        "--cluster-arn",
                        arn,
                        "--current-version",
                        "KOLD",
                        "--target-number-of-broker-nodes",
                        "4"))
                .satisfies(refused -> assertThat(refused.code()).isNotZero())
                .satisfies(refused -> assertThat(refused.out()).contains("BadRequestException", "isn't current"));

        assertThat(json("delete-cluster", "--cluster-arn", arn).path("State").asText())
                .isEqualTo("DELETING");
        plane.awaitGone(arn);
        assertThat(aws.kafka("describe-cluster", "--cluster-arn", arn).out()).contains("NotFoundException");
    }

    private JsonNode json(String... arguments) throws Exception {
        var result = aws.kafka(arguments);
        assertThat(result.code()).as(result.out()).isZero();
        return new ObjectMapper().readTree(result.out());
    }
}
