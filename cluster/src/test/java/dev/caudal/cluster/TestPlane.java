package dev.caudal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.local.ChildProcesses;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.Port;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kafka.KafkaClient;
import software.amazon.awssdk.services.kafka.model.BrokerNodeGroupInfo;
import software.amazon.awssdk.services.kafka.model.ClientBroker;
import software.amazon.awssdk.services.kafka.model.ClusterInfo;
import software.amazon.awssdk.services.kafka.model.CreateClusterRequest;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** A control plane in a folder of its own, on addresses that no other test has, and a client of it by Amazon's SDK. */
final class TestPlane implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private final LocalDirectory folder;
    private final String firstAddress = "127.%d.%d.11"
            .formatted(
                    ThreadLocalRandom.current().nextInt(64, 255),
                    ThreadLocalRandom.current().nextInt(1, 255));
    private final Clock clock;
    private Running running;

    /** One life of it. */
    private record Running(ControlPlane plane, KafkaClient client) {}

    TestPlane(Path root) {
        this(root, Clock.systemUTC());
    }

    TestPlane(Path root, Clock clock) {
        this.folder = new LocalDirectory(root);
        this.clock = clock;
        this.running = launch(folder, firstAddress, clock);
    }

    /** Starts it again after {@link #stop}. */
    void start() {
        running = launch(folder, firstAddress, clock);
    }

    /** Stops it with its brokers. */
    void stop() {
        running.client().close();
        running.plane().close();
    }

    LocalDirectory folder() {
        return folder;
    }

    int port() {
        return running.plane().port();
    }

    KafkaClient client() {
        return running.client();
    }

    /** Another client; to be closed by the caller. */
    KafkaClient client(String accessKey, String secretKey) {
        return client(port(), accessKey, secretKey);
    }

    /** A client of the secrets; to be closed by the caller. */
    SecretsManagerClient secrets() {
        return SecretsManagerClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + port()))
                .region(Region.of(ClusterSettings.USUAL_REGION))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(ControlPlane.ACCESS_KEY, ControlPlane.SECRET_KEY)))
                .httpClient(Apache5HttpClient.create())
                .build();
    }

    /** Looks now for certificates that end soon. */
    void renewCertificates() {
        running.plane().renewCertificates();
    }

    private static Running launch(LocalDirectory folder, String firstAddress, Clock clock) {
        var plane = ControlPlane.start(
                new ClusterSettings(folder, Port.any(), firstAddress, ClusterSettings.USUAL_REGION), clock);
        return new Running(plane, client(plane.port(), ControlPlane.ACCESS_KEY, ControlPlane.SECRET_KEY));
    }

    static KafkaClient client(int port, String accessKey, String secretKey) {
        return KafkaClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .region(Region.of(ClusterSettings.USUAL_REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                .httpClient(Apache5HttpClient.create())
                .build();
    }

    /** A request for a cluster over two zones. */
    static CreateClusterRequest.Builder request(String name, int brokers) {
        return CreateClusterRequest.builder()
                .clusterName(name)
                .kafkaVersion("4.3.1")
                .numberOfBrokerNodes(brokers)
                .brokerNodeGroupInfo(group("subnet-a", "subnet-b"))
                .encryptionInfo(info -> info.encryptionInTransit(
                        transit -> transit.clientBroker(ClientBroker.PLAINTEXT).inCluster(false)));
    }

    static BrokerNodeGroupInfo group(String... subnets) {
        return BrokerNodeGroupInfo.builder()
                .clientSubnets(subnets)
                .instanceType("kafka.t3.small")
                .build();
    }

    /** Creates it and waits until it is active. */
    String create(CreateClusterRequest.Builder request) {
        var arn = client().createCluster(request.build()).clusterArn();
        await(arn, "ACTIVE");
        return arn;
    }

    ClusterInfo describe(String arn) {
        return client().describeCluster(request -> request.clusterArn(arn)).clusterInfo();
    }

    void await(String arn, String state) {
        await(arn, info -> info.stateAsString().equals(state));
    }

    void await(String arn, Predicate<ClusterInfo> condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        var info = describe(arn);
        while (!condition.test(info)) {
            assertThat(System.nanoTime() - end)
                    .as("time left; the cluster: %s", info)
                    .isNegative();
            pause();
            info = describe(arn);
        }
    }

    String bootstrap(String arn) {
        return client().getBootstrapBrokers(request -> request.clusterArn(arn)).bootstrapBrokerString();
    }

    /** Waits until its delete is over. */
    void awaitGone(String arn) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (client().listClusters().clusterInfoList().stream()
                .anyMatch(each -> each.clusterArn().equals(arn))) {
            assertThat(System.nanoTime() - end).isNegative();
            pause();
        }
    }

    static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        stop();
        new ChildProcesses(folder).stopAll();
    }
}
