package dev.caudal.cli;

import dev.caudal.server.Platform;
import dev.caudal.server.PlatformSettings;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs a platform until it is told to stop. */
@Command(
        name = "up",
        description =
                "Run the platform until Ctrl-C or 'caudal down': a Kafka broker, a Kafka Connect worker, a REST proxy.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private PortOptions ports = new PortOptions();

    UpCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        Logs.toFile(data.folder());
        return Foreground.run(this::up);
    }

    private int up() throws Exception {
        var terminal = root.terminal();
        var settings = new PlatformSettings(
                data.folder(), ports.kafka(), ports.connect(), Optional.of(ports.rest()), Optional.empty());
        var platform = Platform.start(settings, new StartNotes(terminal));
        try {
            terminal.note("The platform runs in %s; its log is logs/server.log there. Ctrl-C stops it."
                    .formatted(data.folder().root()));
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "The platform has stopped: %s. See logs/server.log in %s."
                            .formatted(platform.failure().get(), data.folder().root()));
        } finally {
            platform.close();
            terminal.note("Stopped.");
        }
    }
}
