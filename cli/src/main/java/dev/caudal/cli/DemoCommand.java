package dev.caudal.cli;

import dev.caudal.local.ChildProcesses;
import dev.caudal.local.Folders;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.ProcessRecord;
import dev.caudal.server.OtherMachines;
import dev.caudal.server.Platform;
import dev.caudal.server.PlatformSettings;
import dev.caudal.server.monitor.AlertRules;
import dev.caudal.server.world.WorldServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the flow of a database table into Kafka. */
@Command(
        name = "demo",
        description = "Start Kafka, Kafka Connect and a MariaDB, and show how the table world.city flows into a topic.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  caudal demo",
            "  caudal demo --exit --json | head -1",
            "  caudal demo --source mysql://repl@db1:3306/world --password-file secret"
        })
final class DemoCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private PortOptions ports = new PortOptions();

    @Option(
            names = "--database-port",
            paramLabel = "N",
            description = "Port of the demo's database (default: 3306 or the next free one).")
    private @Nullable Integer databasePort;

    @Option(names = "--exit", description = "End after the scenario instead of running on.")
    private boolean exit;

    @Option(names = "--json", description = "Print each message as one line of JSON.")
    private boolean json;

    @Option(
            names = "--source",
            paramLabel = "mysql://USER@HOST:PORT/DATABASE",
            description = "Use this database, which has the table city of MySQL's sample database world.")
    private @Nullable String source;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "The password for --source (else CAUDAL_SOURCE_PASSWORD, else asked for).")
    private @Nullable Path passwordFile;

    DemoCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        var folder = data.demo();
        Optional<DemoSource> given = Optional.ofNullable(source)
                .map(address -> DemoSource.parse(address, SourcePassword.find(passwordFile, address)));
        given.ifPresent(DemoCommand::check);
        Logs.toFile(folder);
        clean(folder);
        return Foreground.run(() -> run(folder, given));
    }

    private int run(LocalDirectory folder, Optional<DemoSource> given) throws Exception {
        var terminal = root.terminal();
        var own = given.isPresent()
                ? Optional.<WorldServer>empty()
                : Optional.of(WorldServer.of(
                        folder, data.folder().servers(), PortOptions.port(databasePort, WorldServer.USUAL_PORT)));
        var settings = new PlatformSettings(
                folder,
                ports.kafka(),
                ports.connect(),
                ports.api(),
                Optional.of(ports.rest()),
                Optional.empty(),
                Optional.empty(),
                own.map(WorldServer::forPlatform),
                AlertRules.USUAL,
                OtherMachines.NONE);
        var platform = Platform.start(settings, new StartNotes(terminal));
        try {
            var used = given.or(() -> own.map(database -> DemoSource.of(database, platform)))
                    .orElseThrow();
            new Demo(platform, used, terminal, json).run(exit);
        } finally {
            platform.close();
            terminal.note("Stopped.");
        }
        return ExitCode.OK;
    }

    /** Fails before anything is started when the given database cannot be used. */
    private static void check(DemoSource source) {
        try (var connection = source.connect()) {
            Demo.count(connection);
        } catch (SQLException e) {
            throw new CommandFailure(
                    ExitCode.NOT_FOUND, "Cannot read the table city of %s: %s".formatted(source, e.getMessage()), e);
        }
    }

    /** The log is already open, and goes on. */
    private static void clean(LocalDirectory folder) {
        var running = ProcessRecord.read(folder, Platform.NAME).filter(ProcessRecord::isAlive);
        if (running.isPresent()) {
            throw new CommandFailure(
                    ExitCode.CONFLICT,
                    "A demo runs already in %s: process %d. Stop it with 'caudal down', or give another folder with --data."
                            .formatted(folder.root(), running.get().pid()));
        }
        new ChildProcesses(folder).stopAll();
        try (var parts = Files.list(folder.root())) {
            parts.filter(part -> !part.equals(folder.logs())).forEach(Folders::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
