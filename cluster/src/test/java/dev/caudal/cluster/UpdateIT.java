package dev.caudal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kafka.KafkaClient;
import software.amazon.awssdk.services.kafka.model.BadRequestException;
import software.amazon.awssdk.services.kafka.model.BrokerEBSVolumeInfo;
import software.amazon.awssdk.services.kafka.model.ClientBroker;
import software.amazon.awssdk.services.kafka.model.ClusterOperationInfo;
import software.amazon.awssdk.services.kafka.model.EnhancedMonitoring;

/** Changes of a cluster that runs. */
class UpdateIT {
    @TempDir
    private static Path root;

    private static TestPlane plane;
    private static String arn;

    @BeforeAll
    static void create() {
        plane = new TestPlane(root);
        arn = plane.create(TestPlane.request("changes", 2));
    }

    @AfterAll
    static void stop() {
        plane.close();
    }

    @Test
    void a_configuration_comes_to_all_brokers_and_one_that_kafka_refuses_is_taken_back() throws Exception {
        var configuration = plane.client()
                .createConfiguration(request ->
                        request.name("sizes").serverProperties(SdkBytes.fromUtf8String("message.max.bytes=2000000\n")))
                .arn();
        var done = change(client -> client.updateClusterConfiguration(request -> request.clusterArn(arn)
                .currentVersion(version())
                .configurationInfo(info -> info.arn(configuration).revision(1L))));
        assertThat(done.operationState()).isEqualTo("UPDATE_COMPLETE");
        assertThat(done.targetClusterInfo().configurationInfo().revision()).isEqualTo(1);
        assertThat(setting("message.max.bytes")).containsExactly("2000000", "2000000");
        assertThat(plane.describe(arn).currentBrokerSoftwareInfo().configurationArn())
                .isEqualTo(configuration);
        assertThatThrownBy(() -> plane.client().deleteConfiguration(request -> request.arn(configuration)))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("in use by the cluster changes");

        plane.client()
                .updateConfiguration(request -> request.arn(configuration)
                        .serverProperties(SdkBytes.fromUtf8String("replica.lag.time.max.ms=100\n")));
        var failed = change(client -> client.updateClusterConfiguration(request -> request.clusterArn(arn)
                .currentVersion(version())
                .configurationInfo(info -> info.arn(configuration).revision(2L))));
        assertThat(failed.operationState()).isEqualTo("UPDATE_FAILED");
        assertThat(failed.errorInfo().errorString()).isNotEmpty();
        assertThat(plane.describe(arn).currentBrokerSoftwareInfo().configurationRevision())
                .isEqualTo(1);
        assertThat(setting("message.max.bytes")).containsExactly("2000000", "2000000");
    }

    @Test
    void an_unencrypted_cluster_gets_a_port_with_encryption() throws Exception {
        var done = change(client -> client.updateSecurity(request -> request.clusterArn(arn)
                .currentVersion(version())
                .encryptionInfo(info ->
                        info.encryptionInTransit(transit -> transit.clientBroker(ClientBroker.TLS_PLAINTEXT)))));
        assertThat(done.operationState()).isEqualTo("UPDATE_COMPLETE");
        var brokers = plane.client().getBootstrapBrokers(request -> request.clusterArn(arn));
        assertThat(brokers.bootstrapBrokerString()).isNotNull();
        var client = SecureClient.of(
                brokers.bootstrapBrokerStringTls(), Files.readString(root.resolve("certificates/ca.pem")), Map.of());
        assertThat(client.brokers()).isEqualTo(2);
    }

    @Test
    void what_is_stored_and_shown_only_changes_without_a_restart() {
        change(client -> client.updateMonitoring(request -> request.clusterArn(arn)
                .currentVersion(version())
                .enhancedMonitoring(EnhancedMonitoring.PER_BROKER)
                .openMonitoring(open ->
                        open.prometheus(prometheus -> prometheus.jmxExporter(jmx -> jmx.enabledInBroker(true))))));
        change(client -> client.updateBrokerStorage(request -> request.clusterArn(arn)
                .currentVersion(version())
                .targetBrokerEBSVolumeInfo(BrokerEBSVolumeInfo.builder()
                        .kafkaBrokerNodeId("All")
                        .volumeSizeGB(200)
                        .build())));
        change(client -> client.updateBrokerType(
                request -> request.clusterArn(arn).currentVersion(version()).targetInstanceType("kafka.m5.large")));

        var info = plane.describe(arn);
        assertThat(info.enhancedMonitoring()).isEqualTo(EnhancedMonitoring.PER_BROKER);
        assertThat(info.openMonitoring().prometheus().jmxExporter().enabledInBroker())
                .isTrue();
        assertThat(info.brokerNodeGroupInfo().storageInfo().ebsStorageInfo().volumeSize())
                .isEqualTo(200);
        assertThat(info.brokerNodeGroupInfo().instanceType()).isEqualTo("kafka.m5.large");
    }

    @Test
    void a_change_that_cannot_be_is_refused_with_the_parameter() {
        refused(
                "currentVersion",
                client -> client.updateMonitoring(request ->
                        request.clusterArn(arn).currentVersion("KOLD").enhancedMonitoring(EnhancedMonitoring.DEFAULT)));
        refused(
                "inCluster",
                client -> client.updateSecurity(request -> request.clusterArn(arn)
                        .currentVersion(version())
                        .encryptionInfo(info -> info.encryptionInTransit(transit -> transit.inCluster(true)))));
        refused(
                "clientAuthentication",
                client -> client.updateSecurity(request -> request.clusterArn(arn)
                        .currentVersion(version())
                        .clientAuthentication(login -> login.sasl(sasl -> sasl.scram(scram -> scram.enabled(true))))));
        refused(
                "volumeSizeGB",
                client -> client.updateBrokerStorage(request -> request.clusterArn(arn)
                        .currentVersion(version())
                        .targetBrokerEBSVolumeInfo(BrokerEBSVolumeInfo.builder()
                                .kafkaBrokerNodeId("All")
                                .volumeSizeGB(1)
                                .build())));
        refused(
                "targetKafkaVersion",
                client -> client.updateClusterKafkaVersion(request ->
                        request.clusterArn(arn).currentVersion(version()).targetKafkaVersion("3.7.x")));
        refused(
                "arn",
                client -> client.updateClusterConfiguration(request -> request.clusterArn(arn)
                        .currentVersion(version())
                        .configurationInfo(info -> info.arn("x").revision(1L))));
    }

    private static void refused(String parameter, Consumer<KafkaClient> request) {
        assertThatThrownBy(() -> request.accept(plane.client()))
                .isInstanceOfSatisfying(
                        BadRequestException.class,
                        error -> assertThat(error.invalidParameter()).isEqualTo(parameter));
    }

    /** Asks for a change, and returns what is told of it when it is over. */
    private static ClusterOperationInfo change(Consumer<KafkaClient> request) {
        request.accept(plane.client());
        plane.await(arn, "ACTIVE");
        var operation = plane.client()
                .listClusterOperations(each -> each.clusterArn(arn))
                .clusterOperationInfoList()
                .get(0);
        return plane.client()
                .describeClusterOperation(each -> each.clusterOperationArn(operation.operationArn()))
                .clusterOperationInfo();
    }

    private static String version() {
        return plane.describe(arn).currentVersion();
    }

    /** What each broker has. */
    private static List<String> setting(String name) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", plane.bootstrap(arn)))) {
            var brokers = List.of(
                    new ConfigResource(ConfigResource.Type.BROKER, "1"),
                    new ConfigResource(ConfigResource.Type.BROKER, "2"));
            return admin.describeConfigs(brokers).all().get(60, TimeUnit.SECONDS).values().stream()
                    .map(config -> config.get(name).value())
                    .toList();
        }
    }
}
