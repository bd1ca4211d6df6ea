package dev.caudal.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Deletes a cluster. */
@Command(
        name = "delete",
        description = "Delete a cluster with all its data, and wait until it is gone.",
        mixinStandardHelpOptions = true)
final class ClusterDeleteCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private MskOptions msk = new MskOptions();

    @Mixin
    private ClusterParameter cluster = new ClusterParameter();

    ClusterDeleteCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var arn = msk.call(client -> client.deleteCluster(
                        request -> request.clusterArn(MskOptions.arn(client, cluster.text())))
                .clusterArn());
        new ClusterWait(msk, root.terminal()).untilGone(arn);
        return ExitCode.OK;
    }
}
