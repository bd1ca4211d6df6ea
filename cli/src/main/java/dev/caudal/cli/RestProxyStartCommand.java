package dev.caudal.cli;

import dev.caudal.rest.RestProxy;
import dev.caudal.rest.RestProxyConfig;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a REST proxy until it is told to stop. */
@Command(
        name = "start",
        description = "Run a REST proxy until Ctrl-C, with the settings of a file such as Confluent's.",
        mixinStandardHelpOptions = true)
final class RestProxyStartCommand implements Callable<Integer> {
    private final Caudal root;

    @Parameters(paramLabel = "FILE", description = "The settings, as in kafka-rest.properties.")
    private Path file = Path.of("kafka-rest.properties");

    @Option(
            names = "--insecure-listen",
            paramLabel = "HOST",
            description = "Let anybody on the network call it at this address of the machine, without a password.")
    private @Nullable String insecure;

    RestProxyStartCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        Logs.toTerminal(root.verbose());
        return Foreground.run(this::run);
    }

    private int run() throws InterruptedException {
        var terminal = root.terminal();
        var host = insecure;
        var settings = RestProxyConfig.properties(file);
        var config = RestProxyConfig.of(host == null ? settings : RestProxyConfig.openTo(host, settings));
        try (var proxy = RestProxy.start(config)) {
            if (host != null && config.authentication().isEmpty()) {
                terminal.note("WARNING: anybody who reaches %s can read and write all topics of %s."
                        .formatted(host, config.bootstrapServers()));
            }
            terminal.note("The REST proxy serves %s on port %d. Ctrl-C stops it."
                    .formatted(config.bootstrapServers(), proxy.port()));
            new CountDownLatch(1).await();
        } finally {
            terminal.note("Stopped.");
        }
        return ExitCode.OK;
    }
}
