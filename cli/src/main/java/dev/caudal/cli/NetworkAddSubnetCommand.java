package dev.caudal.cli;

import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a subnet to a network. */
@Command(
        name = "add-subnet",
        description = "Add a subnet to a network that was made. Prints its id.",
        mixinStandardHelpOptions = true)
final class NetworkAddSubnetCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private NetworkOptions options = new NetworkOptions();

    @Parameters(paramLabel = "NETWORK", description = "The id of the network.")
    private String network = "";

    @Option(names = "--zone", paramLabel = "ZONE", required = true, description = "For example us-east-1d.")
    private String zone = "";

    NetworkAddSubnetCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var out = root.terminal().out();
        try {
            out.println(options.networks().add(network, zone).id());
        } catch (NoSuchElementException e) {
            throw new CommandFailure(ExitCode.NOT_FOUND, String.valueOf(e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        }
        out.flush();
        return ExitCode.OK;
    }
}
