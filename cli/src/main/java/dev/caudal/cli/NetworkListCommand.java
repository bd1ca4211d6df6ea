package dev.caudal.cli;

import dev.caudal.server.definition.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists networks. */
@Command(
        name = "list",
        aliases = "ls",
        description = "List the subnets of all networks.",
        mixinStandardHelpOptions = true)
final class NetworkListCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private NetworkOptions options = new NetworkOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    NetworkListCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var networks = options.networks().all();
        var out = root.terminal().out();
        if (output.isJson()) {
            out.println(Json.MAPPER.valueToTree(networks).toPrettyString());
        } else {
            var table = new Table("NETWORK", "SUBNET", "ZONE");
            for (var network : networks) {
                if (network.subnets().isEmpty()) {
                    table.row(network.id(), "-", "-");
                }
                network.subnets().forEach(subnet -> table.row(network.id(), subnet.id(), subnet.zone()));
            }
            table.print(out);
        }
        out.flush();
        return ExitCode.OK;
    }
}
