package dev.caudal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caudal.local.LocalKafka;
import dev.caudal.local.Port;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kafka.model.BadRequestException;
import software.amazon.awssdk.services.kafka.model.ConflictException;

class LocalClusterIT {
    @TempDir
    private Path root;

    @Test
    void the_broker_of_the_platform_is_a_cluster_that_is_read_and_not_changed() throws Exception {
        try (var plane = new TestPlane(root)) {
            assertThat(plane.client().listClusters(request -> {}).clusterInfoList())
                    .as("before it runs")
                    .isEmpty();
            var kafka = LocalKafka.start(plane.folder(), Port.any());

            var listed = plane.client().listClusters(request -> {}).clusterInfoList();
            assertThat(listed).hasSize(1);
            var arn = listed.get(0).clusterArn();
            var info = plane.describe(arn);
            assertThat(info.clusterName()).isEqualTo("local");
            assertThat(info.stateAsString()).isEqualTo("ACTIVE");
            assertThat(info.numberOfBrokerNodes()).isEqualTo(1);
            assertThat(info.stateInfo().message()).contains("The platform's own broker");
            assertThat(info.tags()).containsEntry("caudal:platform", "true");
            assertThat(plane.bootstrap(arn)).isEqualTo(kafka.bootstrapServers());
            try (var admin = Admin.create(Map.of("bootstrap.servers", plane.bootstrap(arn)))) {
                assertThat(admin.describeCluster().nodes().get(60, TimeUnit.SECONDS))
                        .hasSize(1);
            }
            assertThat(plane.client()
                            .listNodes(request -> request.clusterArn(arn))
                            .nodeInfoList())
                    .hasSize(1);

            assertThatThrownBy(() -> plane.client().deleteCluster(request -> request.clusterArn(arn)))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("not be changed");
            assertThatThrownBy(() -> plane.client()
                            .updateBrokerCount(request -> request.clusterArn(arn)
                                    .currentVersion(info.currentVersion())
                                    .targetNumberOfBrokerNodes(2)))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("not be changed");
            assertThatThrownBy(() -> plane.client()
                            .createCluster(TestPlane.request("local", 2).build()))
                    .isInstanceOf(ConflictException.class);
        }
    }
}
