package dev.caudal.cli;

import dev.caudal.connect.LocalStore;
import dev.caudal.connect.StandaloneLaunch;
import dev.caudal.local.LocalS3;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a standalone worker with connectors from files until it is told to stop. */
@Command(
        name = "standalone",
        description = {
            "Run a worker with the connectors of the files until Ctrl-C.",
            "All that is wrong in the files is said before anything starts."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = ConnectCommand.USAGE)
final class ConnectStandaloneCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(index = "0", paramLabel = "WORKER", description = "The worker's settings, a .properties file.")
    private Path worker = Path.of("connect-standalone.properties");

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "CONNECTOR",
            description = "A connector's settings: .properties, or JSON as its HTTP API takes it.")
    private List<Path> connectors = List.of();

    @Option(
            names = "--local-s3",
            description = "Let the S3 sink write to the object store of 'caudal up' in the data folder.")
    private boolean localS3;

    @Option(names = "--check", description = "Only say what is wrong in the files.")
    private boolean check;

    @Option(
            names = "--fix",
            description =
                    "Only write a copy NAME.fixed.properties beside each file, with broken and mistyped keys mended.")
    private boolean fix;

    @Option(names = "--allow-unknown-keys", description = "Only warn of keys that look like typing errors.")
    private boolean unknownKeysPass;

    ConnectStandaloneCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        Logs.toTerminal(root.verbose());
        var terminal = root.terminal();
        var options = new StandaloneLaunch.Options(store(), unknownKeysPass);
        var launch = new StandaloneLaunch(worker, connectors, options, terminal::note);
        if (fix) {
            launch.fix();
            return ExitCode.OK;
        }
        var ready = launch.check();
        return check
                ? ExitCode.OK
                : Foreground.run(() -> WorkerRun.untilStopped(
                        launch.start(ready),
                        terminal,
                        " and runs %s".formatted(String.join(", ", StandaloneLaunch.names(ready)))));
    }

    private Optional<LocalStore> store() {
        return localS3
                ? Optional.of(new LocalStore(
                        RunningS3.endpoint(data.folder())
                                .orElseThrow(() -> new CommandFailure(
                                        ConnectCommand.NOT_STARTED,
                                        "--local-s3: no object store runs in %s. Start it with 'caudal up', or leave the option out and give store.url."
                                                .formatted(data.folder().root()))),
                        LocalS3.KEY))
                : Optional.empty();
    }
}
