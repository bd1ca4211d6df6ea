package dev.caudal.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Restarts a broker. */
@Command(
        name = "reboot-broker",
        description = "End a broker in order, start it again, and wait until the cluster is active.",
        mixinStandardHelpOptions = true)
final class ClusterRebootCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private MskOptions msk = new MskOptions();

    @Mixin
    private ClusterParameter cluster = new ClusterParameter();

    @Option(names = "--broker", paramLabel = "N", required = true, description = "The broker's number.")
    private int broker;

    ClusterRebootCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var begun = msk.call(client -> client.rebootBroker(request ->
                request.clusterArn(MskOptions.arn(client, cluster.text())).brokerIds(Integer.toString(broker))));
        new ClusterWait(msk, root.terminal()).untilDone(begun.clusterArn(), begun.clusterOperationArn());
        return ExitCode.OK;
    }
}
