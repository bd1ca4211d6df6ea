package dev.caudal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.kafka.model.ClientBroker;
import software.amazon.awssdk.services.kafka.model.CreateClusterRequest;
import software.amazon.awssdk.services.kafka.model.EncryptionInfo;

/** Creates a cluster. */
@Command(
        name = "create",
        description = "Create a Kafka cluster and wait until it is active. Prints its ARN.",
        mixinStandardHelpOptions = true)
final class ClusterCreateCommand implements Callable<Integer> {
    private static final String LOCAL_VERSION = "4.3.1";

    private final Caudal root;

    @Mixin
    private MskOptions msk = new MskOptions();

    @Option(names = "--name", paramLabel = "NAME", required = true, description = "Letters, digits and hyphens.")
    private String name = "";

    @Option(
            names = "--brokers",
            paramLabel = "N",
            defaultValue = "2",
            description = "How many, a multiple of the number of subnets (default: ${DEFAULT-VALUE}).")
    private int brokers;

    @Option(
            names = "--subnets",
            paramLabel = "ID,ID",
            split = ",",
            description = {
                "Two or three, each in another zone.",
                "Default for local clusters: subnet-a,subnet-b, and subnet-c where the brokers are a multiple of 3."
            })
    private List<String> subnets = new ArrayList<>();

    @Option(names = "--security-groups", paramLabel = "ID,ID", split = ",", description = "Not enforced locally.")
    private List<String> securityGroups = new ArrayList<>();

    @Option(names = "--kafka-version", paramLabel = "V", description = "Local clusters run 4.3.1 in any case.")
    private String version = LOCAL_VERSION;

    @Option(
            names = "--instance-type",
            paramLabel = "TYPE",
            defaultValue = "kafka.t3.small",
            description = "Default: ${DEFAULT-VALUE}.")
    private String instance = "";

    @Option(
            names = "--volume-size",
            paramLabel = "GIB",
            defaultValue = "100",
            description = "Not enforced locally (default: ${DEFAULT-VALUE}).")
    private int volume;

    @Option(
            names = "--client-broker",
            paramLabel = "HOW",
            description =
                    "PLAINTEXT, TLS_PLAINTEXT or TLS. Default for local clusters: PLAINTEXT, also between brokers.")
    private @Nullable String clientBroker;

    @Mixin
    private MonitoringOptions monitoring = new MonitoringOptions();

    @Option(names = "--scram", description = "Let users with a password in ('caudal cluster user'); sets TLS.")
    private boolean scram;

    @Option(
            names = "--certificates",
            description = "Let clients with a certificate in ('caudal cluster client-config').")
    private boolean certificates;

    @Option(names = "--tag", paramLabel = "KEY=VALUE", description = "May be repeated.")
    private Map<String, String> tags = Map.of();

    @Option(names = "--no-wait", description = "Do not wait until the cluster is active.")
    private boolean returns;

    ClusterCreateCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var arn = msk.call(client -> client.createCluster(request()).clusterArn());
        if (!returns) {
            new ClusterWait(msk, root.terminal()).untilActive(arn);
        }
        var out = root.terminal().out();
        out.println(arn);
        out.flush();
        return ExitCode.OK;
    }

    private CreateClusterRequest request() {
        var request = CreateClusterRequest.builder()
                .clusterName(name)
                .kafkaVersion(version)
                .numberOfBrokerNodes(brokers)
                .brokerNodeGroupInfo(group -> {
                    group.clientSubnets(subnets())
                            .instanceType(instance)
                            .storageInfo(storage -> storage.ebsStorageInfo(disk -> disk.volumeSize(volume)));
                    if (!securityGroups.isEmpty()) {
                        group.securityGroups(securityGroups);
                    }
                });
        if (!tags.isEmpty()) {
            request.tags(tags);
        }
        if (clientBroker != null || !msk.isAmazon()) {
            request.encryptionInfo(encryption());
        }
        if (scram || certificates) {
            request.clientAuthentication(login -> {
                login.sasl(sasl -> sasl.scram(kind -> kind.enabled(scram)));
                login.tls(tls -> tls.enabled(certificates));
            });
        }
        monitoring.addTo(request);
        return request.build();
    }

    private EncryptionInfo encryption() {
        var usual = scram || certificates ? ClientBroker.TLS : ClientBroker.PLAINTEXT;
        var clients = clientBroker == null ? usual.toString() : clientBroker;
        return EncryptionInfo.builder()
                .encryptionInTransit(transit -> {
                    transit.clientBroker(clients);
                    if (clientBroker == null && usual == ClientBroker.PLAINTEXT) {
                        transit.inCluster(false);
                    }
                })
                .build();
    }

    private List<String> subnets() {
        if (!subnets.isEmpty()) {
            return subnets;
        }
        if (msk.isAmazon()) {
            throw new CommandFailure(ExitCode.USAGE, "Give the subnets of your VPC with --subnets ID,ID.");
        }
        return brokers % 3 == 0 ? List.of("subnet-a", "subnet-b", "subnet-c") : List.of("subnet-a", "subnet-b");
    }
}
