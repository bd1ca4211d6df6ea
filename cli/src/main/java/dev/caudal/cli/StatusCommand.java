package dev.caudal.cli;

import dev.caudal.server.JoinedWorker;
import dev.caudal.server.definition.Json;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells what runs. */
@Command(
        name = "status",
        description = "Show the processes of the platform and its workers here. Exit code 6 when none runs.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private OutputOption output = new OutputOption();

    StatusCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var folders = Stream.concat(
                Stream.of(data.folder(), data.demo(), data.tour()), JoinedWorker.folders(data.folder()).stream());
        var rows = folders.flatMap(StatusRow::all).toList();
        if (output.isJson()) {
            var json = Json.MAPPER.createArrayNode();
            rows.forEach(row -> row.describe(json.addObject()));
            root.terminal().out().println(json.toPrettyString());
        } else if (!rows.isEmpty()) {
            var table = new Table("PROCESS", "STATE", "PID", "PORT", "SINCE", "FOLDER");
            rows.forEach(row -> table.row(row.cells()));
            table.print(root.terminal().out());
        }
        rows.stream()
                .flatMap(row -> row.trouble().stream())
                .forEach(trouble -> root.terminal().note(StatusRow.sentence(trouble)));
        if (rows.stream().anyMatch(StatusRow::isAlive)) {
            return ExitCode.OK;
        }
        throw new CommandFailure(
                ExitCode.UNREACHABLE,
                "No platform runs in %s. Start one with 'caudal up' or 'caudal demo'."
                        .formatted(data.folder().root()));
    }
}
