package dev.caudal.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.ProcessRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells what runs. */
@Command(
        name = "status",
        description = "Show the processes of the platform. Exit code 6 when none runs.",
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
        var rows = Stream.of(data.folder(), data.demo())
                .flatMap(StatusCommand::rows)
                .toList();
        if (output.isJson()) {
            printJson(rows);
        } else if (!rows.isEmpty()) {
            var table = new Table("PROCESS", "STATE", "PID", "PORT", "SINCE", "FOLDER");
            rows.forEach(row -> table.row(
                    row.record.name(),
                    row.state(),
                    row.record.pid(),
                    row.record.port(),
                    row.record.started(),
                    row.folder));
            table.print(root.terminal().out());
        }
        if (rows.stream().anyMatch(row -> row.record.isAlive())) {
            return ExitCode.OK;
        }
        throw new CommandFailure(
                ExitCode.UNREACHABLE,
                "No platform runs in %s. Start one with 'caudal up' or 'caudal demo'."
                        .formatted(data.folder().root()));
    }

    private void printJson(List<Row> rows) {
        var json = new ObjectMapper().createArrayNode();
        rows.forEach(row -> json.addObject()
                .put("process", row.record.name())
                .put("state", row.state())
                .put("pid", row.record.pid())
                .put("port", row.record.port())
                .put("since", row.record.started().toString())
                .put("folder", row.folder.toString()));
        root.terminal().out().println(json.toPrettyString());
    }

    private static Stream<Row> rows(LocalDirectory folder) {
        return Files.isDirectory(folder.root())
                ? ProcessRecord.all(folder).stream().map(record -> new Row(folder.root(), record))
                : Stream.empty();
    }

    private record Row(Path folder, ProcessRecord record) {
        String state() {
            return record.isAlive() ? "running" : "gone";
        }
    }
}
