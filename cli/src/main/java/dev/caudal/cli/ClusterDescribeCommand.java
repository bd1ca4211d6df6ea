package dev.caudal.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows a cluster. */
@Command(
        name = "describe",
        description = "Show a cluster as 'aws kafka describe-cluster' does, in JSON.",
        mixinStandardHelpOptions = true)
final class ClusterDescribeCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private MskOptions msk = new MskOptions();

    @Mixin
    private ClusterParameter cluster = new ClusterParameter();

    ClusterDescribeCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var answer = msk.call(client ->
                client.describeCluster(request -> request.clusterArn(MskOptions.arn(client, cluster.text()))));
        var out = root.terminal().out();
        out.println(AwsJson.of(answer).toPrettyString());
        out.flush();
        return ExitCode.OK;
    }
}
