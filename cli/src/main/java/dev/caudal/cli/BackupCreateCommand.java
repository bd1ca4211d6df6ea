package dev.caudal.cli;

import dev.caudal.local.ProcessRecord;
import dev.caudal.server.PlatformSettings;
import dev.caudal.server.backup.BackupTask;
import dev.caudal.server.connect.ConnectClient;
import dev.caudal.server.definition.Json;
import dev.caudal.server.kafka.KafkaCluster;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a backup. */
@Command(
        name = "create",
        description = {
            "Start a backup that goes on until its connector is deleted: records, topics' settings and the offsets",
            "of consumer groups, by a sink connector in the platform's Connect worker or in another."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  caudal backup create --topics 'world\\..*' --bucket backup"})
final class BackupCreateCommand implements Callable<Integer> {

    private final Caudal root;

    @Mixin
    private S3Options s3 = new S3Options();

    @Mixin
    private OutputOption output = new OutputOption();

    @Option(
            names = "--topics",
            paramLabel = "PATTERN",
            required = true,
            description =
                    "A regular expression for the whole name of a topic; topics that come later are backed up, too.")
    private Pattern topics = Pattern.compile("");

    @Option(names = "--bucket", paramLabel = "BUCKET", required = true, description = "An existing bucket.")
    private String bucket = "";

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "backup",
            description = "The connector's name (default: ${DEFAULT-VALUE}); one that exists gets these settings.")
    private String name = "backup";

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How old a record gets at most before it is in the bucket (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--tasks", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private int tasks;

    @Option(
            names = {"-b", "--bootstrap-servers"},
            paramLabel = "HOST:PORT",
            description = "The cluster (default: the one that runs in the data folder, else 127.0.0.1:9092).")
    private @Nullable String servers;

    @Option(
            names = "--connect",
            paramLabel = "URL",
            description = "A Connect worker with the plug-in (default: the one that runs in the data folder).")
    private @Nullable URI connect;

    @Option(names = "--dry-run", description = "Only print the connector's settings, for a worker of your own.")
    private boolean dryRun;

    BackupCreateCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        if (seconds < 1 || tasks < 1) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--every is %d and --tasks %d; both must be 1 or more.".formatted(seconds, tasks));
        }
        var kafka = Optional.ofNullable(servers)
                .orElseGet(() -> "127.0.0.1:" + port("kafka").orElse(PlatformSettings.KAFKA_PORT));
        var target = BucketParameter.name(bucket);
        try (var store = s3.bucket(target)) {
            store.requireBucket();
        }
        var task = new BackupTask(
                name,
                topics.pattern(),
                kafka,
                KafkaCluster.id(kafka, "Name another with --bootstrap-servers."),
                s3.settings(target),
                Duration.ofSeconds(seconds),
                tasks);
        if (!dryRun) {
            client().put(name, task.configuration());
        }
        print(task, target);
        return ExitCode.OK;
    }

    private void print(BackupTask task, String target) {
        var settings = new TreeMap<>(task.configuration());
        settings.replaceAll((key, value) -> key.endsWith("secret.access.key") ? "***" : value);
        if (output.isJson() || dryRun) {
            root.terminal().out().println(Json.MAPPER.valueToTree(settings).toPrettyString());
        }
        if (!dryRun) {
            root.terminal()
                    .note(
                            "Backup %s of the topics %s into the bucket %s runs; a record is there after %d s at most. Look at it with 'caudal backup list %s'."
                                    .formatted(name, topics, target, seconds, target));
        }
    }

    private ConnectClient client() {
        return Optional.ofNullable(connect)
                .map(address -> new ConnectClient(URI.create(address.toString().replaceAll("/*$", "/"))))
                .orElseGet(() -> ApiClient.of(s3.folder()).connect(s3.folder()));
    }

    private OptionalInt port(String process) {
        return Files.isDirectory(s3.folder().root())
                ? ProcessRecord.read(s3.folder(), process)
                        .filter(ProcessRecord::isAlive)
                        .map(record -> OptionalInt.of(record.port()))
                        .orElse(OptionalInt.empty())
                : OptionalInt.empty();
    }
}
