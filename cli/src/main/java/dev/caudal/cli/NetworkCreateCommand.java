package dev.caudal.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes a network. */
@Command(
        name = "create",
        description = "Make a network without subnets. Prints its id.",
        mixinStandardHelpOptions = true)
final class NetworkCreateCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private NetworkOptions options = new NetworkOptions();

    NetworkCreateCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var out = root.terminal().out();
        out.println(options.networks().create().id());
        out.flush();
        return ExitCode.OK;
    }
}
