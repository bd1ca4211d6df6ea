package dev.caudal.cli;

import dev.caudal.server.JoinFile;
import dev.caudal.server.JoinedWorker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs one more worker of a platform until it is told to stop. */
@Command(
        name = "worker",
        description =
                "Run one more worker of a platform until Ctrl-C: it shares the tasks, and goes on with those of a worker that dies, the platform's among them.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  caudal join-file worker.json           # on the platform's machine, once",
            "  caudal worker --join worker.json"
        })
final class WorkerCommand implements Callable<Integer> {
    private final Caudal root;

    @Option(
            names = "--join",
            paramLabel = "FILE",
            required = true,
            description = "What 'caudal join-file FILE' has written.")
    private Path join = Path.of("worker.json");

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port of the worker's Kafka Connect (default: 8084 or the next free one).")
    private @Nullable Integer port;

    @Mixin
    private DataOption data = new DataOption();

    WorkerCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        if (!Files.exists(join)) {
            throw new CommandFailure(
                    ExitCode.NOT_FOUND,
                    "There is no join file %s. Make it with 'caudal join-file %s'.".formatted(join, join));
        }
        int chosen = PortOptions.port(port, JoinedWorker.PORT).choose("the worker");
        Logs.toFile(JoinedWorker.folder(data.folder(), chosen), "worker.log");
        return Foreground.run(() -> run(JoinFile.read(join), chosen));
    }

    private int run(JoinFile file, int chosen) throws Exception {
        var folder = JoinedWorker.folder(data.folder(), chosen);
        var log = folder.logs().resolve("worker.log");
        try (var worker = JoinedWorker.start(file, folder, chosen)) {
            root.terminal()
                    .note("The worker %s shares the tasks of the platform at Kafka %s; its log is %s. Ctrl-C stops it."
                            .formatted(worker.id(), file.bootstrapServers(), log));
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "The worker has stopped: %s. See %s."
                            .formatted(worker.failure().get(), log));
        } finally {
            root.terminal().note("Stopped.");
        }
    }
}
