package dev.caudal.cli;

import dev.caudal.cluster.ClusterSettings;
import dev.caudal.local.LocalS3;
import dev.caudal.server.Platform;
import dev.caudal.server.PlatformSettings;
import dev.caudal.server.world.WorldServer;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a platform until it is told to stop. */
@Command(
        name = "up",
        description =
                "Run the platform until Ctrl-C or 'caudal down': a Kafka broker, a Kafka Connect worker, the API of endpoints and tasks, a REST proxy, an object store as S3, Kafka clusters as Amazon MSK.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private PortOptions ports = new PortOptions();

    @Option(
            names = "--demo",
            description = "Also run a MariaDB with the database world, and the task that replicates its table city.")
    private boolean demo;

    @Option(
            names = "--world",
            description =
                    "Also run a MariaDB with the database world, without a task; 'caudal sql' reads and changes it.")
    private boolean world;

    @Option(
            names = "--database-port",
            paramLabel = "N",
            description = "Port of that database (default: 3306 or the next free one).")
    private @Nullable Integer databasePort;

    @Option(
            names = "--s3-port",
            paramLabel = "N",
            description = "Port of the object store (default: 9000 or the next free one).")
    private @Nullable Integer s3Port;

    @Option(
            names = "--aws-port",
            paramLabel = "N",
            description = "Port of the API of Kafka clusters, as Amazon MSK's (default: 4566 or the next free one).")
    private @Nullable Integer awsPort;

    @Option(
            names = "--no-clusters",
            description = "Do without other Kafka clusters and their API, which knows no users.")
    private boolean noClusters;

    @Mixin
    private NetworkListenerOptions network = new NetworkListenerOptions();

    @Mixin
    private AlertOptions alerts = new AlertOptions();

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
        var database = demo || world
                ? Optional.of(WorldServer.of(
                        data.folder(), data.folder().servers(), PortOptions.port(databasePort, WorldServer.USUAL_PORT)))
                : Optional.<WorldServer>empty();
        var settings = new PlatformSettings(
                data.folder(),
                ports.kafka(),
                ports.connect(),
                ports.api(),
                Optional.of(ports.rest()),
                Optional.of(PortOptions.port(s3Port, LocalS3.USUAL_PORT)),
                noClusters ? Optional.empty() : Optional.of(PortOptions.port(awsPort, ClusterSettings.USUAL_PORT)),
                database.map(WorldServer::forPlatform),
                alerts.rules(),
                network.wanted());
        var platform = Platform.start(settings, new StartNotes(terminal));
        try {
            database.ifPresent(it -> offer(DemoSource.of(it, platform), platform));
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

    private void offer(DemoSource source, Platform platform) {
        root.terminal()
                .note("The database is %s, its password in %s"
                        .formatted(source, WorldServer.passwordFile(data.folder())));
        if (demo) {
            platform.connect().put(DemoTask.NAME, DemoTask.configuration(source, platform));
            root.terminal()
                    .note("Task %s: Full Load and Apply Changes of %s into the topic of that name."
                            .formatted(DemoTask.NAME, DemoTask.topic(source)));
        }
    }
}
