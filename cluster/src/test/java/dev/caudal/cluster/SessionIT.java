package dev.caudal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chapter 8.2.2 of the document. */
class SessionIT {
    @TempDir
    private Path root;

    @Test
    void a_broker_is_brought_into_the_states_of_a_session_and_back() throws Exception {
        try (var plane = new TestPlane(root)) {
            var telemetry = new Telemetry(plane);
            var arn = plane.create(TestPlane.request("s", 2));
            var broker = plane.client()
                    .listNodes(request -> request.clusterArn(arn))
                    .nodeInfoList()
                    .get(1)
                    .brokerNodeInfo()
                    .clientVpcIpAddress();
            telemetry.awaitSession(broker, "CONNECTED");

            // The first broker is the only controller.
            Signal.STOP.send(plane, "s.b-1");
            try {
                telemetry.awaitSession(broker, "CONNECTEDREADONLY");
                Signal.TERM.send(plane, "s.b-2");
                telemetry.awaitSession(broker, "CLOSED");
                Signal.KILL.send(plane, "s.b-2");
                telemetry.awaitSession(broker, "NOT_CONNECTED");
                telemetry.awaitSession(broker, "ASSOCIATING");
            } finally {
                Signal.CONT.send(plane, "s.b-1");
            }
            telemetry.awaitSession(broker, "CONNECTING");
            telemetry.awaitSession(broker, "CONNECTED");

            plane.await(arn, "ACTIVE");
            assertThat(telemetry
                            .await(arn, json -> json.at("/sessions/2").asText().equals("CONNECTED"))
                            .path("metrics"))
                    .anySatisfy(metric -> {
                        assertThat(metric.path("name").asText()).isEqualTo("ZooKeeperSessionState");
                        assertThat(metric.at("/dimensions/Broker ID").asText()).isEqualTo("2");
                        assertThat(metric.path("value").asDouble()).isEqualTo(1.0);
                    });
        }
    }
}
