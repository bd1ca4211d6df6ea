package dev.caudal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kafka.model.BadRequestException;

/** Networks, and what of them a cluster cannot be in; no broker is started. */
class NetworksIT {
    @TempDir
    private Path root;

    @Test
    void a_running_platform_knows_a_new_network_and_wants_all_subnets_of_one() {
        try (var plane = new TestPlane(root)) {
            var networks = new Networks(plane.folder(), ClusterSettings.USUAL_REGION);
            var network = networks.create().id();
            var first = networks.add(network, "us-east-1d").id();
            var second = networks.add(network, "us-east-1d").id();
            var third = networks.add(network, "us-east-1e").id();

            refused(plane, "number of Availability Zones", first, second);
            refused(plane, "not all of one network", first, "subnet-a");
            refused(plane, "There is no subnet subnet-x", first, "subnet-x");

            var arn = plane.client()
                    .createCluster(TestPlane.request("elsewhere", 2)
                            .brokerNodeGroupInfo(TestPlane.group(first, third))
                            .build())
                    .clusterArn();
            assertThat(plane.describe(arn).brokerNodeGroupInfo().clientSubnets())
                    .containsExactly(first, third);
        }
    }

    @Test
    void subnets_that_are_added_at_the_same_time_are_all_there() throws Exception {
        try (var plane = new TestPlane(root)) {
            var networks = new Networks(plane.folder(), ClusterSettings.USUAL_REGION);
            var network = networks.create().id();
            var threads = Executors.newFixedThreadPool(8);
            try {
                var work = new ArrayList<Callable<Subnet>>();
                for (int i = 0; i < 20; i++) {
                    work.add(() ->
                            new Networks(plane.folder(), ClusterSettings.USUAL_REGION).add(network, "us-east-1a"));
                }
                for (var each : threads.invokeAll(work)) {
                    each.get();
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(networks.all().get(1).subnets()).hasSize(20).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_zone_of_another_region_and_an_unknown_network_are_refused() {
        try (var plane = new TestPlane(root)) {
            var networks = new Networks(plane.folder(), ClusterSettings.USUAL_REGION);
            var network = networks.create().id();
            assertThatThrownBy(() -> networks.add(network, "eu-west-1a")).hasMessageContaining("none of us-east-1");
            assertThatThrownBy(() -> networks.add("vpc-default", "us-east-1a"))
                    .isInstanceOf(NoSuchElementException.class);
            assertThatThrownBy(() -> networks.add("../x", "us-east-1a")).isInstanceOf(NoSuchElementException.class);
        }
    }

    private static void refused(TestPlane plane, String reason, String... subnets) {
        assertThatThrownBy(() -> plane.client()
                        .createCluster(TestPlane.request("elsewhere", 2)
                                .brokerNodeGroupInfo(TestPlane.group(subnets))
                                .build()))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining(reason);
    }
}
