package dev.caudal.cli;

import dev.caudal.server.definition.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists clusters. */
@Command(name = "list", aliases = "ls", description = "List the clusters.", mixinStandardHelpOptions = true)
final class ClusterListCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private MskOptions msk = new MskOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    ClusterListCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var clusters = msk.call(client -> client.listClustersPaginator(request -> {}).clusterInfoList().stream()
                .toList());
        var out = root.terminal().out();
        if (output.isJson()) {
            var json = Json.MAPPER.createArrayNode();
            clusters.forEach(cluster -> json.add(AwsJson.of(cluster)));
            out.println(json.toPrettyString());
        } else {
            var table = new Table("NAME", "STATE", "BROKERS", "CREATED", "ARN");
            clusters.forEach(cluster -> table.row(
                    cluster.clusterName(),
                    cluster.stateAsString(),
                    cluster.numberOfBrokerNodes(),
                    cluster.creationTime(),
                    cluster.clusterArn()));
            table.print(out);
        }
        out.flush();
        return ExitCode.OK;
    }
}
