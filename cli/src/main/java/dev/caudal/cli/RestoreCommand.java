package dev.caudal.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.core.Count;
import dev.caudal.s3.restore.Restore;
import dev.caudal.s3.restore.RestoreReport;
import dev.caudal.s3.restore.RestoreSettings;
import dev.caudal.server.definition.Json;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Restores a cluster. */
@Command(
        name = "restore",
        description = {
            "Bring topics and consumer groups of a backup into a new cluster. A restore that was stopped or killed",
            "goes on where it was when it is run again; topics with records of others are left alone."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  caudal restore --from backup --to new-cluster:9092 --dry-run",
            "  caudal restore --from s3://backup --to new-cluster:9092 --topics 'world\\..*' --until 2026-05-20T19:30:00Z"
        })
final class RestoreCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private S3Options s3 = new S3Options();

    @Mixin
    private BackupScope scope = new BackupScope();

    @Mixin
    private OutputOption output = new OutputOption();

    @Option(names = "--from", paramLabel = "BUCKET", required = true, description = "The bucket with the backup.")
    private String bucket = "";

    @Option(names = "--to", paramLabel = "HOST:PORT", required = true, description = "The new cluster.")
    private String servers = "";

    @Option(
            names = "--to-config",
            paramLabel = "FILE",
            description = "Settings of Kafka's clients for the new cluster, such as security.protocol.")
    private @Nullable Path clientFile;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "Nothing of a partition from the first record on that is later, as 2026-05-20T19:33:55Z.")
    private @Nullable String until;

    @Option(names = "--dry-run", description = "Only tell what would be done.")
    private boolean dryRun;

    @Option(
            names = "--replication-factor",
            paramLabel = "N",
            description = "Default: as many as there were, or as there are brokers.")
    private @Nullable Integer replicas;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "4",
            description = "Partitions at once (default: ${DEFAULT-VALUE}).")
    private int parallel;

    @Option(names = "--no-groups", description = "Leave the consumer groups alone.")
    private boolean withoutGroups;

    @Option(names = "--no-verify", description = "Do not read all records back and compare them.")
    private boolean withoutVerification;

    @Option(
            names = "--keep-old-records",
            description = "Leave retention off in the new topics: else they delete what is older than it soon after.")
    private boolean keepOld;

    RestoreCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        var settings = settings();
        try (var store = s3.bucket(BucketParameter.name(bucket))) {
            var progress = new RestoreProgress(root.terminal());
            var restore = new Restore(store, settings, progress);
            var report = dryRun ? restore.plan() : restore.run();
            progress.end();
            print(report);
        }
        return ExitCode.OK;
    }

    private RestoreSettings settings() throws IOException {
        if (parallel < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--parallel is %d and must be 1 or more.".formatted(parallel));
        }
        if (replicas != null && (replicas < 1 || replicas > Short.MAX_VALUE)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--replication-factor is %d and must be 1 to %d.".formatted(replicas, Short.MAX_VALUE));
        }
        return new RestoreSettings(
                kafka(),
                scope.cluster(),
                scope.topics(),
                scope.topicsDir(),
                Optional.ofNullable(until)
                        .map(text -> Times.parse("--until", text))
                        .orElse(Long.MAX_VALUE),
                Optional.ofNullable(replicas).map(OptionalInt::of).orElse(OptionalInt.empty()),
                parallel,
                !withoutGroups,
                !withoutVerification,
                keepOld);
    }

    private Map<String, Object> kafka() throws IOException {
        var settings = new HashMap<String, Object>();
        if (clientFile != null) {
            var properties = new Properties();
            properties.load(new StringReader(FileText.read(clientFile)));
            properties.forEach((name, value) -> settings.put(name.toString(), value));
        }
        settings.put("bootstrap.servers", servers);
        return settings;
    }

    private void print(RestoreReport report) {
        var terminal = root.terminal();
        if (output.isJson()) {
            var json = Json.MAPPER.<ObjectNode>valueToTree(report);
            json.put("records", report.records()).put("dryRun", dryRun);
            terminal.out().println(json.toPrettyString());
            terminal.out().flush();
            return;
        }
        RestoreText.print(report, terminal);
        report.warnings().forEach(warning -> terminal.note("Note: " + warning));
        terminal.note(
                dryRun
                        ? "Nothing was changed. Without --dry-run %s would be restored."
                                .formatted(Count.of(report.records(), "record"))
                        : "Restored: %s, %d of them sent now, in %.1f s%s."
                                .formatted(
                                        Count.of(report.records(), "record"),
                                        report.sent(),
                                        report.seconds(),
                                        withoutVerification ? "" : "; read back and found to be those of the backup"));
    }
}
