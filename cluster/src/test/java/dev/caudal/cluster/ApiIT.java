package dev.caudal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.kafka.model.BadRequestException;
import software.amazon.awssdk.services.kafka.model.CreateClusterRequest;
import software.amazon.awssdk.services.kafka.model.KafkaException;
import software.amazon.awssdk.services.kafka.model.NotFoundException;

/** What the API refuses and how; no broker is started. */
class ApiIT {
    private static final String UNKNOWN =
            "arn:aws:kafka:us-east-1:000000000000:cluster/none/6fed5882-f025-4369-a775-71be9b525521-5";

    @TempDir
    private Path root;

    private TestPlane plane;

    @BeforeEach
    void start() {
        plane = new TestPlane(root);
    }

    @AfterEach
    void stop() throws IOException {
        plane.close();
        try (var clusters = Files.list(root.resolve("clusters"))) {
            assertThat(clusters).as("clusters that a refused request left").isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"test,wrong,InvalidSignatureException", "nobody,test,UnrecognizedClientException"})
    void a_request_that_is_signed_by_somebody_else_is_refused(String key, String secret, String type) {
        try (var client = plane.client(key, secret)) {
            assertThatThrownBy(client::listClusters).isInstanceOfSatisfying(KafkaException.class, error -> {
                assertThat(error.statusCode()).isEqualTo(403);
                assertThat(error.awsErrorDetails().errorCode()).isEqualTo(type);
                assertThat(error.requestId()).isNotEmpty();
            });
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301})
    void a_signature_of_another_time_is_refused(long seconds) {
        var clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds));
        try (var other = new TestPlane(root.resolve("clusters").resolveSibling("other"), clock)) {
            assertThatThrownBy(() -> other.client().listClusters())
                    .isInstanceOfSatisfying(
                            KafkaException.class,
                            error -> assertThat(error.statusCode()).isEqualTo(403))
                    .hasMessageContaining("Signature expired or not yet valid");
        }
    }

    @Test
    void an_unknown_cluster_is_not_found() {
        assertThatThrownBy(() -> plane.describe(UNKNOWN)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> plane.bootstrap(UNKNOWN))
                .isInstanceOfSatisfying(
                        KafkaException.class,
                        error -> assertThat(error.statusCode()).isEqualTo(404));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../etc/passwd", "x", "arn:aws:kafka:us-east-1:000000000000:cluster/../x-1", "%2F%2e%2e"})
    void what_is_no_arn_is_a_bad_request(String arn) {
        assertThatThrownBy(() -> plane.describe(arn))
                .isInstanceOfSatisfying(
                        BadRequestException.class,
                        error -> assertThat(error.invalidParameter()).isEqualTo("clusterArn"));
    }

    @Test
    void what_is_not_built_says_so_by_name() {
        assertThatThrownBy(() -> plane.client().listVpcConnections(request -> {}))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("The operation ListVpcConnections is not built yet");
    }

    @Test
    void a_cluster_that_cannot_be_is_refused_with_the_parameter() {
        refused("clusterName", request -> request.clusterName("with_underscore"));
        refused("clientSubnets", request -> request.brokerNodeGroupInfo(TestPlane.group("subnet-a")));
        refused("clientSubnets", request -> request.brokerNodeGroupInfo(TestPlane.group("subnet-a", "subnet-a")));
        refused("clientSubnets", request -> request.brokerNodeGroupInfo(TestPlane.group("subnet-a", "subnet-x")));
        refused("numberOfBrokerNodes", request -> request.numberOfBrokerNodes(3));
        refused("numberOfBrokerNodes", request -> request.numberOfBrokerNodes(16));
        refused("numberOfBrokerNodes", request -> request.numberOfBrokerNodes(0));
        refused("kafkaVersion", request -> request.kafkaVersion("9.0.0"));
        refused(
                "instanceType",
                request -> request.brokerNodeGroupInfo(TestPlane.group("subnet-a", "subnet-b").toBuilder()
                        .instanceType("t3.small")
                        .build()));
        for (int size : new int[] {0, 16_385}) {
            refused(
                    "volumeSize",
                    request -> request.brokerNodeGroupInfo(TestPlane.group("subnet-a", "subnet-b").toBuilder()
                            .storageInfo(storage -> storage.ebsStorageInfo(volume -> volume.volumeSize(size)))
                            .build()));
        }
    }

    @Test
    void what_a_cluster_would_not_have_is_refused_instead_of_ignored() {
        refused(
                "clientAuthentication",
                request -> request.clientAuthentication(login -> login.tls(tls -> tls.enabled(true))));
        refused(
                "clientAuthentication",
                request -> request.clientAuthentication(
                        login -> login.sasl(sasl -> sasl.scram(scram -> scram.enabled(true)))));
        refused(
                "clientAuthentication",
                request ->
                        request.clientAuthentication(login -> login.sasl(sasl -> sasl.iam(iam -> iam.enabled(true)))));
        refused(
                "clientAuthentication",
                request -> request.clientAuthentication(login -> login.unauthenticated(open -> open.enabled(false))));
        refused(
                "certificateAuthorityArnList",
                request -> request.encryptionInfo(info -> {})
                        .clientAuthentication(login -> login.tls(tls -> tls.enabled(true)
                                .certificateAuthorityArnList("arn:aws:acm-pca:us-east-1:1:certificate-authority/x"))));
        refused("enhancedMonitoring", request -> request.enhancedMonitoring("ALL"));
        refused("storageMode", request -> request.storageMode("TIERED"));
    }

    @Test
    void a_request_that_is_no_request_of_the_sdk_is_answered_in_the_same_form() throws IOException {
        assertThat(raw("GET /v1/clusters HTTP/1.1", "Host: 127.0.0.1"))
                .contains("403", "MissingAuthenticationTokenException", "\"message\"");
        assertThat(raw("GET /v1/clusters HTTP/1.1", "Host: attacker.example")).contains("403", "AccessDeniedException");
        assertThat(raw("GET /v1/clusters HTTP/1.1", "Host: localhost", "Origin: https://attacker.example"))
                .contains("403", "AccessDeniedException");
        assertThat(raw("GET /v1/%2e%2e/clusters HTTP/1.1", "Host: localhost")).containsIgnoringCase("x-amzn-ErrorType");
        assertThat(raw("GET /v1/clusters/../../x HTTP/1.1", "Host: localhost"))
                .containsIgnoringCase("x-amzn-ErrorType");
        assertThat(raw("GET /v1/clusters/%zz HTTP/1.1", "Host: localhost")).containsIgnoringCase("x-amzn-ErrorType");
    }

    private void refused(String parameter, Consumer<CreateClusterRequest.Builder> change) {
        var request = TestPlane.request("x", 2);
        change.accept(request);
        assertThatThrownBy(() -> plane.client().createCluster(request.build()))
                .isInstanceOfSatisfying(
                        BadRequestException.class,
                        error -> assertThat(error.invalidParameter()).isEqualTo(parameter));
    }

    private String raw(String... lines) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), plane.port())) {
            var request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
