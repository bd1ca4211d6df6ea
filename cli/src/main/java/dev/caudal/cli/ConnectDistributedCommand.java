package dev.caudal.cli;

import dev.caudal.connect.DistributedLaunch;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs a distributed worker until it is told to stop. */
@Command(
        name = "distributed",
        description = "Run a distributed worker until Ctrl-C; its connectors come by its HTTP API.",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = ConnectCommand.USAGE)
final class ConnectDistributedCommand implements Callable<Integer> {
    private final Caudal root;

    @Parameters(paramLabel = "WORKER", description = "The worker's settings, a .properties file.")
    private Path worker = Path.of("connect-distributed.properties");

    ConnectDistributedCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        Logs.toTerminal(root.verbose());
        var launch = new DistributedLaunch(worker);
        return Foreground.run(() -> WorkerRun.untilStopped(launch.start(), root.terminal(), ""));
    }
}
