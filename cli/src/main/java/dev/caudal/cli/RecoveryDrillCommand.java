package dev.caudal.cli;

import dev.caudal.local.Folders;
import dev.caudal.local.LocalDirectory;
import dev.caudal.server.definition.Json;
import dev.caudal.server.drill.Drill;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Rehearses the loss of a cluster. */
@Command(
        name = "drill",
        description = {
            "Rehearse the loss of a cluster with servers of its own in a scratch folder: fill a topic by transactions,",
            "let consumers read a part, back it up, destroy the cluster, restore it into a new one, and count what was",
            "lost, duplicated, reordered or altered. Exit code 1 if anything was."
        },
        mixinStandardHelpOptions = true)
final class RecoveryDrillCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private OutputOption output = new OutputOption();

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Default: ${DEFAULT-VALUE}; 100 to 10000000.")
    private int records;

    RecoveryDrillCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        if (records < Drill.LEAST || records > Drill.MOST) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--records is %d and must be %d to %d.".formatted(records, Drill.LEAST, Drill.MOST));
        }
        var folder = Files.createTempDirectory("caudal-drill");
        Logs.toFile(new LocalDirectory(folder));
        int code = Foreground.run(() -> {
            try {
                return drill(new LocalDirectory(folder));
            } finally {
                Drill.stopServers(folder);
            }
        });
        if (code == ExitCode.OK) {
            Folders.delete(folder);
        }
        return code;
    }

    private int drill(LocalDirectory folder) throws Exception {
        var terminal = root.terminal();
        var progress = new RestoreProgress(terminal);
        var result = new Drill(folder.root(), records, progress).run();
        progress.end();
        if (output.isJson()) {
            terminal.out().println(Json.MAPPER.valueToTree(result).toPrettyString());
        } else {
            var table =
                    new Table("RECORDS", "LOST", "DUPLICATED", "REORDERED", "ALTERED", "CONSUMERS", "EXACT", "RESTORE");
            table.row(
                    result.records(),
                    result.lost(),
                    result.duplicated(),
                    result.reordered(),
                    result.altered(),
                    result.consumers(),
                    result.consumersExact(),
                    "%.1f s".formatted(result.restoreSeconds()));
            table.print(terminal.out());
        }
        terminal.out().flush();
        if (!result.isExact()) {
            throw new CommandFailure(
                    ExitCode.FAILED, "The drill failed; what its servers wrote is in %s.".formatted(folder.root()));
        }
        terminal.note("The new cluster has all that the lost one had, and each consumer goes on at its next record.");
        return ExitCode.OK;
    }
}
