package dev.caudal.cli;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.kafka.model.ClusterInfo;

/**
 * The clusters of this machine as those with a connect string of ZooKeeper know them. A string that a cluster was
 * described with means that cluster; any other, the current one: that of {@code CAUDAL_CLUSTER}, else the only one, else
 * the broker of {@code caudal up}.
 */
final class ToolClusters implements ToolArguments.Clusters {
    private static final String CURRENT = "CAUDAL_CLUSTER";
    private static final String BROKER_OF_UP = "local";

    private final MskOptions msk = new MskOptions();
    private final KafkaOptions kafka = new KafkaOptions();

    @Override
    public String servers(String zookeeper) {
        var clusters = msk.isRunning() ? clusters() : List.<ClusterInfo>of();
        var named = clusters.stream()
                .filter(each -> each.zookeeperConnectString() != null)
                .filter(each -> meet(hosts(zookeeper), hosts(each.zookeeperConnectString())))
                .findFirst();
        if (named.isPresent()) {
            return servers(named.get());
        }
        var current = current(clusters);
        var servers = current.map(this::servers).orElseGet(kafka::servers);
        System.err.printf(
                "WARNING: Kafka has no ZooKeeper any more, and no cluster is known as %s. Taken: --bootstrap-server %s (%s).%n",
                zookeeper.isEmpty() ? "''" : zookeeper,
                servers,
                current.map(ClusterInfo::clusterName).orElse("the broker of 'caudal up'"));
        return servers;
    }

    private Optional<ClusterInfo> current(List<ClusterInfo> clusters) {
        var wanted = System.getenv(CURRENT);
        if (wanted != null) {
            return Optional.of(clusters.stream()
                    .filter(each -> each.clusterName().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new CommandFailure(
                            ExitCode.NOT_FOUND, "%s is %s: there is no such cluster.".formatted(CURRENT, wanted))));
        }
        if (clusters.size() > 1) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "Kafka has no ZooKeeper any more, and the connect string is that of no cluster. Name one of %s in %s, or give --bootstrap-server."
                            .formatted(
                                    clusters.stream()
                                            .map(ClusterInfo::clusterName)
                                            .toList(),
                                    CURRENT));
        }
        return clusters.stream().findFirst();
    }

    private List<ClusterInfo> clusters() {
        return msk.call(client -> client.listClustersPaginator(request -> {}).clusterInfoList().stream()
                .filter(each -> !each.clusterName().equals(BROKER_OF_UP))
                .toList());
    }

    private String servers(ClusterInfo cluster) {
        var servers = msk.call(client -> client.getBootstrapBrokers(request -> request.clusterArn(cluster.clusterArn()))
                .bootstrapBrokerString());
        if (servers == null) {
            throw new CommandFailure(
                    ExitCode.NOT_ALLOWED,
                    "The cluster %s takes no clients without encryption. Give --bootstrap-server, and --command-config with its client settings."
                            .formatted(cluster.clusterName()));
        }
        return servers;
    }

    /** The hosts with their ports; the path of a connect string, which follows the last of them, means nothing here. */
    private static Set<String> hosts(String connect) {
        return Arrays.stream(connect.replaceFirst("/.*", "").split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toSet());
    }

    private static boolean meet(Set<String> some, Set<String> others) {
        var both = new HashSet<>(some);
        both.retainAll(others);
        return !both.isEmpty();
    }
}
