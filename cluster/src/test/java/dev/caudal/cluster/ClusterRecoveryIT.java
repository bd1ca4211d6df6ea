package dev.caudal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.local.LocalDirectory;
import dev.caudal.local.ProcessRecord;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes on after parts of it, or the platform, have ended in the middle of something. */
class ClusterRecoveryIT {
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
    void three_brokers_lose_no_acknowledged_record_when_one_is_killed_and_then_all_of_them() throws Exception {
        var arn = plane.create(
                TestPlane.request("three", 3).brokerNodeGroupInfo(TestPlane.group("subnet-a", "subnet-b", "subnet-c")));
        var traffic = new Traffic(plane.bootstrap(arn), "t");
        assertThat(traffic.racks()).containsExactly("us-east-1a", "us-east-1b", "us-east-1c");
        plane.client()
                .createTopic(request ->
                        request.clusterArn(arn).topicName("t").partitionCount(1).replicationFactor(3));

        Set<String> acknowledged;
        try (var load = new Load(plane.bootstrap(arn), "t")) {
            load.awaitMore(500);
            Signal.KILL.send(plane, "three.b-" + traffic.leader());
            plane.await(arn, "HEALING");
            plane.await(arn, "ACTIVE");
            load.awaitMore(500);
            acknowledged = load.end();
        }

        for (var record : ProcessRecord.all(plane.folder())) {
            ProcessHandle.of(record.pid()).orElseThrow().destroyForcibly();
        }
        plane.await(arn, "HEALING");
        plane.await(arn, "ACTIVE");
        traffic.send("after");
        assertThat(traffic.readTo("after")).doesNotHaveDuplicates().containsAll(acknowledged);
    }

    @Test
    void a_create_that_the_platform_did_not_finish_is_finished_by_the_next() {
        var arn = plane.client()
                .createCluster(TestPlane.request("goes-on", 2).build())
                .clusterArn();
        plane.stop();

        plane.start();

        plane.await(arn, "ACTIVE");
        plane.client().deleteCluster(request -> request.clusterArn(arn));
        plane.stop();
        plane.start();
        plane.awaitGone(arn);
    }

    @Test
    void a_create_that_cannot_succeed_fails_with_the_reason_and_can_be_deleted() throws Exception {
        var arn = plane.client()
                .createCluster(TestPlane.request("fails", 2).build())
                .clusterArn();
        var address = plane.client()
                .listNodes(request -> request.clusterArn(arn))
                .nodeInfoList()
                .get(1)
                .brokerNodeInfo()
                .clientVpcIpAddress();
        plane.stop();

        try (var thief = new ServerSocket(Listener.CLIENT.port(), 1, InetAddress.getByName(address))) {
            assertThat(thief.isBound()).isTrue();
            plane.start();
            plane.await(arn, "FAILED");
        }

        assertThat(plane.describe(arn).stateInfo().message())
                .contains(address + ", port 9092: another process listens there");
        assertThat(ProcessRecord.all(new LocalDirectory(root))).isEmpty();
        plane.client().deleteCluster(request -> request.clusterArn(arn));
        plane.awaitGone(arn);
    }
}
