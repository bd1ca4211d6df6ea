package dev.caudal.cli;

import dev.caudal.core.Count;
import dev.caudal.s3.restore.BackupReport;
import dev.caudal.server.definition.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Verifies a backup. */
@Command(
        name = "verify",
        description =
                "Read every object of a backup and compare it with what was written. Exit code 1 if one is missing or damaged.",
        mixinStandardHelpOptions = true)
final class BackupVerifyCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private BackupOptions backup = new BackupOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    @Parameters(paramLabel = "BUCKET", description = "The bucket.")
    private String bucket = "";

    BackupVerifyCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        var reports = backup.reports(bucket, true);
        long problems =
                reports.stream().mapToLong(report -> report.problems().size()).sum();
        if (output.isJson()) {
            root.terminal().out().println(Json.MAPPER.valueToTree(reports).toPrettyString());
        } else {
            var table = new Table("CLUSTER", "TOPIC", "RECORDS", "LAST RECORD");
            for (var report : reports) {
                report.topics()
                        .forEach(topic -> table.row(
                                report.cluster(), topic.topic(), topic.records(), Times.text(topic.lastTimestamp())));
            }
            table.print(root.terminal().out());
        }
        for (BackupReport report : reports) {
            report.problems().forEach(root.terminal()::note);
        }
        if (problems > 0) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "The backup in %s has %s. A versioned bucket still has what was overwritten or deleted."
                            .formatted(BucketParameter.name(bucket), Count.of(problems, "problem")));
        }
        root.terminal().note("All objects are as they were written.");
        return ExitCode.OK;
    }
}
