package dev.caudal.cli;

import dev.caudal.server.definition.Json;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows the partitions in a bucket. */
@Command(
        name = "browse",
        description = "Show what a bucket has of each partition: offsets, records, times.",
        mixinStandardHelpOptions = true)
final class BackupBrowseCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private BackupOptions backup = new BackupOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    @Parameters(paramLabel = "BUCKET", description = "The bucket.")
    private String bucket = "";

    BackupBrowseCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        var reports = backup.reports(bucket, false);
        if (output.isJson()) {
            root.terminal().out().println(Json.MAPPER.valueToTree(reports).toPrettyString());
            return ExitCode.OK;
        }
        var table = new Table(
                "CLUSTER", "TOPIC", "PARTITION", "COMMITS", "RECORDS", "FIRST", "LAST", "LAST RECORD", "FIDELITY");
        for (var report : reports) {
            for (var topic : report.topics()) {
                topic.partitions()
                        .forEach(partition -> table.row(
                                report.cluster(),
                                topic.topic(),
                                partition.partition(),
                                partition.commits(),
                                partition.records(),
                                partition.firstOffset() < 0 ? "-" : partition.firstOffset(),
                                partition.lastOffset() < 0 ? "-" : partition.lastOffset(),
                                Times.text(partition.lastTimestamp()),
                                partition.fidelity().name().toLowerCase(Locale.ROOT)));
            }
        }
        table.print(root.terminal().out());
        reports.forEach(report -> report.problems().forEach(root.terminal()::note));
        return ExitCode.OK;
    }
}
