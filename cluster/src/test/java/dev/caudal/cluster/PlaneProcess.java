package dev.caudal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.local.LocalDirectory;
import dev.caudal.local.Port;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.kafka.KafkaClient;
import software.amazon.awssdk.services.kafka.model.ClusterInfo;

/**
 * A control plane in a process of its own, which can be killed.
 *
 * @param process the process
 * @param client asks it
 */
record PlaneProcess(Process process, KafkaClient client) implements AutoCloseable {
    private static final String READY = "ready";

    static PlaneProcess start(Path folder, String firstAddress) throws IOException {
        int port = Port.any().choose("a test");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlaneProcess.class.getName(),
                        folder.toString(),
                        Integer.toString(port),
                        firstAddress)
                .redirectErrorStream(true)
                .start();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var told = new StringBuilder();
        for (var line = Optional.ofNullable(lines.readLine());
                !line.equals(Optional.of(READY));
                line = Optional.ofNullable(lines.readLine())) {
            assertThat(line).as("more output after: %s", told).isPresent();
            told.append(line.get()).append('\n');
        }
        return new PlaneProcess(process, TestPlane.client(port, ControlPlane.ACCESS_KEY, ControlPlane.SECRET_KEY));
    }

    /** Serves until it is killed. */
    public static void main(String[] arguments) throws InterruptedException {
        ControlPlane.start(new ClusterSettings(
                new LocalDirectory(Path.of(arguments[0])),
                Port.exactly(Integer.parseInt(arguments[1])),
                arguments[2],
                ClusterSettings.USUAL_REGION));
        System.out.println(READY);
        Thread.currentThread().join();
    }

    ClusterInfo await(String arn, Predicate<ClusterInfo> condition) {
        long end = System.nanoTime() + TestPlane.PATIENCE.toNanos();
        var info = client.describeCluster(request -> request.clusterArn(arn)).clusterInfo();
        while (!condition.test(info)) {
            assertThat(System.nanoTime() - end)
                    .as("time left; the cluster: %s", info)
                    .isNegative();
            TestPlane.pause();
            info = client.describeCluster(request -> request.clusterArn(arn)).clusterInfo();
        }
        return info;
    }

    /** What a crash does. */
    @Override
    public void close() {
        client.close();
        process.destroyForcibly().onExit().join();
    }
}
