package dev.caudal.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Changes the number of brokers. */
@Command(
        name = "update",
        description = "Change the number of brokers, and wait until the cluster is active.",
        mixinStandardHelpOptions = true)
final class ClusterUpdateCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private MskOptions msk = new MskOptions();

    @Mixin
    private ClusterParameter cluster = new ClusterParameter();

    @Option(names = "--brokers", paramLabel = "N", required = true, description = "How many there shall be.")
    private int brokers;

    ClusterUpdateCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var begun = msk.call(client -> {
            var found = MskOptions.arn(client, cluster.text());
            var version = client.describeCluster(request -> request.clusterArn(found))
                    .clusterInfo()
                    .currentVersion();
            return client.updateBrokerCount(
                    request -> request.clusterArn(found).currentVersion(version).targetNumberOfBrokerNodes(brokers));
        });
        new ClusterWait(msk, root.terminal()).untilDone(begun.clusterArn(), begun.clusterOperationArn());
        return ExitCode.OK;
    }
}
