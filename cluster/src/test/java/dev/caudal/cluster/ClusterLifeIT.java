package dev.caudal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caudal.local.ProcessRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kafka.model.BadRequestException;
import software.amazon.awssdk.services.kafka.model.ConflictException;
import software.amazon.awssdk.services.kafka.model.NotFoundException;

class ClusterLifeIT {
    @TempDir
    private Path root;

    private TestPlane plane;

    @BeforeEach
    void start() {
        plane = new TestPlane(root);
    }

    @AfterEach
    void stop() {
        plane.close();
    }

    @Test
    void a_cluster_serves_records_in_two_zones_and_is_gone_after_its_delete() throws Exception {
        var created =
                plane.client().createCluster(TestPlane.request("Kafka-test", 2).build());
        assertThat(created.stateAsString()).isEqualTo("CREATING");
        assertThatThrownBy(() -> plane.bootstrap(created.clusterArn())).isInstanceOf(ConflictException.class);
        plane.await(created.clusterArn(), "ACTIVE");
        var bootstrap = plane.bootstrap(created.clusterArn());
        assertThat(bootstrap.split(",")).hasSize(2).allMatch(server -> server.endsWith(":9092"));

        var traffic = new Traffic(bootstrap, "t");
        traffic.createTopic();
        traffic.send("one");
        assertThat(traffic.read(1)).containsExactly("one");
        assertThat(traffic.racks()).containsExactly("us-east-1a", "us-east-1b");
        assertThat(plane.client()
                        .listNodes(request -> request.clusterArn(created.clusterArn()))
                        .nodeInfoList())
                .extracting(node -> node.brokerNodeInfo().clientSubnet())
                .containsExactly("subnet-a", "subnet-b");
        assertThatThrownBy(() -> plane.create(TestPlane.request("Kafka-test", 2)))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        error -> assertThat(error.invalidParameter()).isEqualTo("clusterName"));

        plane.client().deleteCluster(request -> request.clusterArn(created.clusterArn()));
        plane.awaitGone(created.clusterArn());
        assertThatThrownBy(() -> plane.describe(created.clusterArn())).isInstanceOf(NotFoundException.class);
        assertThat(ProcessRecord.all(plane.folder())).isEmpty();
        assertThat(root.resolve("clusters")).isEmptyDirectory();
    }

    @Test
    void a_broker_that_was_killed_makes_the_cluster_heal_and_loses_no_record() throws Exception {
        var arn = plane.create(TestPlane.request("heals", 2));
        var traffic = new Traffic(plane.bootstrap(arn), "t");
        traffic.createTopic();
        traffic.send("before");
        var broker = record("heals.b-2");

        ProcessHandle.of(broker.pid()).orElseThrow().destroyForcibly();

        plane.await(arn, "HEALING");
        plane.await(arn, "ACTIVE");
        assertThat(record("heals.b-2").pid()).isNotEqualTo(broker.pid());
        traffic.send("after");
        assertThat(traffic.read(2)).containsExactly("before", "after");
    }

    @Test
    void a_reboot_restarts_the_one_broker_and_is_an_operation() {
        var arn = plane.create(TestPlane.request("reboots", 2));
        var first = record("reboots.b-1");
        var second = record("reboots.b-2");

        var operation = plane.client()
                .rebootBroker(request -> request.clusterArn(arn).brokerIds("2"))
                .clusterOperationArn();
        assertThat(plane.describe(arn).stateAsString()).isEqualTo("REBOOTING_BROKER");
        plane.await(arn, "ACTIVE");

        assertThat(record("reboots.b-1").pid()).isEqualTo(first.pid());
        assertThat(record("reboots.b-2").pid()).isNotEqualTo(second.pid());
        var told = plane.client()
                .describeClusterOperation(request -> request.clusterOperationArn(operation))
                .clusterOperationInfo();
        assertThat(told.operationType()).isEqualTo("REBOOT_NODE");
        assertThat(told.operationState()).isEqualTo("REBOOT_COMPLETE");
    }

    @Test
    void of_twenty_updates_with_one_version_exactly_one_wins_and_the_brokers_come_and_go() throws Exception {
        var arn = plane.create(TestPlane.request("grows", 2));
        var version = plane.describe(arn).currentVersion();

        assertThat(won(20, () -> resize(arn, version, 4))).isEqualTo(1);

        plane.await(arn, info -> info.stateAsString().equals("ACTIVE") && info.numberOfBrokerNodes() == 4);
        var grown = plane.describe(arn).currentVersion();
        assertThat(grown).isNotEqualTo(version);
        var traffic = new Traffic(plane.bootstrap(arn), "t");
        assertThat(traffic.racks()).containsExactly("us-east-1a", "us-east-1a", "us-east-1b", "us-east-1b");
        assertThatThrownBy(() -> resize(arn, version, 2))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("The version of the cluster isn't current.");

        resize(arn, grown, 2);
        plane.await(arn, info -> info.stateAsString().equals("ACTIVE") && info.numberOfBrokerNodes() == 2);
        assertThat(traffic.racks()).containsExactly("us-east-1a", "us-east-1b");
        assertThat(root.resolve("clusters/grows")).isDirectoryNotContaining("glob:**b-3");
    }

    @Test
    void a_cluster_goes_on_after_the_platform_was_stopped() throws Exception {
        var arn = plane.create(TestPlane.request("stays", 2));
        var traffic = new Traffic(plane.bootstrap(arn), "t");
        traffic.createTopic();
        traffic.send("one");

        plane.stop();
        assertThat(ProcessRecord.all(plane.folder())).isEmpty();
        plane.start();

        plane.await(arn, "ACTIVE");
        assertThat(traffic.read(1)).containsExactly("one");
    }

    private boolean resize(String arn, String version, int target) {
        plane.client()
                .updateBrokerCount(request ->
                        request.clusterArn(arn).currentVersion(version).targetNumberOfBrokerNodes(target));
        return true;
    }

    /** How many of so many at the same time are not refused. */
    private static long won(int count, Callable<Boolean> attempt) throws Exception {
        var threads = Executors.newFixedThreadPool(count);
        try {
            var attempts = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < count; i++) {
                attempts.add(() -> {
                    try {
                        return attempt.call();
                    } catch (BadRequestException e) {
                        return false;
                    }
                });
            }
            long won = 0;
            for (var each : threads.invokeAll(attempts)) {
                won += each.get() ? 1 : 0;
            }
            return won;
        } finally {
            threads.shutdownNow();
        }
    }

    private ProcessRecord record(String name) {
        return ProcessRecord.read(plane.folder(), name).orElseThrow();
    }
}
