package dev.caudal.cli;

import dev.caudal.server.JoinFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes what more workers need. */
@Command(
        name = "join-file",
        description = "Write the file by which more workers join the platform that runs here; it is a secret.",
        mixinStandardHelpOptions = true)
final class JoinFileCommand implements Callable<Integer> {
    private final Caudal root;

    @Parameters(paramLabel = "FILE", description = "A new file, which only its owner may read.")
    private Path file = Path.of("worker.json");

    @Mixin
    private DataOption data = new DataOption();

    JoinFileCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        if (Files.exists(file)) {
            throw new CommandFailure(
                    ExitCode.CONFLICT, "There is a file %s. Delete it, or give another name.".formatted(file));
        }
        var join = JoinFile.of(data.folder())
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.UNREACHABLE,
                        "No platform runs in %s. Start it with 'caudal up', or name its folder with --data."
                                .formatted(data.folder().root())));
        join.write(file);
        root.terminal()
                .note(
                        "%s is written. It is a secret: who has it can read the passwords of all endpoints and run tasks. It is for Kafka at %s, which serves this machine only."
                                .formatted(file, join.bootstrapServers()));
        return ExitCode.OK;
    }
}
