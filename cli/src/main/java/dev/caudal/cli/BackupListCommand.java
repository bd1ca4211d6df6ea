package dev.caudal.cli;

import dev.caudal.server.definition.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists the clusters and topics in a bucket. */
@Command(
        name = "list",
        aliases = "ls",
        description = {
            "Show which topics of which clusters a bucket has, and of what time their last records are.",
            "'backup browse' counts the records."
        },
        mixinStandardHelpOptions = true)
final class BackupListCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private BackupOptions backup = new BackupOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    @Parameters(paramLabel = "BUCKET", description = "The bucket.")
    private String bucket = "";

    BackupListCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        var reports = backup.summaries(bucket);
        if (output.isJson()) {
            root.terminal().out().println(Json.MAPPER.valueToTree(reports).toPrettyString());
            return ExitCode.OK;
        }
        var table = new Table("CLUSTER", "TOPIC", "PARTITIONS", "LAST RECORD", "GROUPS", "GROUPS AT");
        for (var report : reports) {
            for (var topic : report.topics()) {
                table.row(
                        report.cluster(),
                        topic.topic(),
                        topic.partitions(),
                        Times.text(topic.lastTimestamp()),
                        report.groups(),
                        Times.text(report.groupsTime()));
            }
        }
        table.print(root.terminal().out());
        reports.forEach(report -> report.problems().forEach(root.terminal()::note));
        return ExitCode.OK;
    }
}
