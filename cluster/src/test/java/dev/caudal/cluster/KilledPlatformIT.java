package dev.caudal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.local.ChildProcesses;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.ProcessRecord;
import dev.caudal.testkit.Eventually;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;

class KilledPlatformIT {
    @TempDir
    private Path root;

    private final String firstAddress = "127.%d.%d.11"
            .formatted(
                    ThreadLocalRandom.current().nextInt(64, 255),
                    ThreadLocalRandom.current().nextInt(1, 255));

    @AfterEach
    void stop() {
        new ChildProcesses(folder()).stopAll();
    }

    @Test
    void a_create_an_update_and_a_delete_that_a_kill_cut_short_are_finished_by_the_next_platform() throws Exception {
        String arn;
        try (var plane = PlaneProcess.start(root, firstAddress)) {
            arn = plane.client()
                    .createCluster(TestPlane.request("killed", 2).build())
                    .clusterArn();
            Eventually.holds("a broker is there", () -> broker(1).isPresent());
        }
        try (var plane = PlaneProcess.start(root, firstAddress)) {
            var version = plane.await(arn, info -> info.stateAsString().equals("ACTIVE"))
                    .currentVersion();
            var configuration = plane.client()
                    .createConfiguration(request -> request.name("sizes")
                            .serverProperties(SdkBytes.fromUtf8String("message.max.bytes=2000000")))
                    .arn();
            var before = broker(1);
            plane.client()
                    .updateClusterConfiguration(request -> request.clusterArn(arn)
                            .currentVersion(version)
                            .configurationInfo(info -> info.arn(configuration).revision(1L)));
            Eventually.holds("the broker is another", () -> !broker(1).equals(before));
        }
        try (var plane = PlaneProcess.start(root, firstAddress)) {
            plane.await(arn, info -> info.stateAsString().equals("ACTIVE"));
            assertThat(plane.client()
                            .listClusterOperations(request -> request.clusterArn(arn))
                            .clusterOperationInfoList()
                            .get(0)
                            .operationState())
                    .isEqualTo("UPDATE_COMPLETE");
            var servers = plane.client()
                    .getBootstrapBrokers(request -> request.clusterArn(arn))
                    .bootstrapBrokerString();
            assertThat(setting(servers, "message.max.bytes")).containsExactly("2000000", "2000000");
            plane.client().deleteCluster(request -> request.clusterArn(arn));
        }
        try (var plane = PlaneProcess.start(root, firstAddress)) {
            Eventually.holds(
                    "the cluster is gone",
                    () -> plane.client().listClusters().clusterInfoList().isEmpty());
            assertThat(ProcessRecord.all(folder())).isEmpty();
            assertThat(root.resolve("clusters")).isEmptyDirectory();
        }
    }

    private LocalDirectory folder() {
        return new LocalDirectory(root);
    }

    private Optional<ProcessRecord> broker(int number) {
        return ProcessRecord.read(folder(), "killed.b-" + number);
    }

    private static List<String> setting(String servers, String name) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            var brokers = List.of(
                    new ConfigResource(ConfigResource.Type.BROKER, "1"),
                    new ConfigResource(ConfigResource.Type.BROKER, "2"));
            return admin.describeConfigs(brokers).all().get(60, TimeUnit.SECONDS).values().stream()
                    .map(config -> config.get(name).value())
                    .toList();
        }
    }
}
