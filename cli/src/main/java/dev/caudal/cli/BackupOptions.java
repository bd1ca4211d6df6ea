package dev.caudal.cli;

import dev.caudal.s3.restore.BackupCatalog;
import dev.caudal.s3.restore.BackupReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which part of a backup a command looks at. */
final class BackupOptions {
    private static final int PARALLEL = 4;

    @Mixin
    private S3Options s3 = new S3Options();

    @Option(names = "--cluster", paramLabel = "ID", description = "Only this cluster.")
    private @Nullable String cluster;

    @Option(
            names = "--topics",
            paramLabel = "PATTERN",
            defaultValue = ".*",
            description = "A regular expression for the whole name of a topic (default: all).")
    private Pattern topics = Pattern.compile(".*");

    @Option(
            names = "--topics-dir",
            paramLabel = "NAME",
            defaultValue = "topics",
            description = "Where the objects are in a bucket of Confluent's sink (default: ${DEFAULT-VALUE}).")
    private String topicsDir = "topics";

    /** What the bucket has; all objects are read if {@code verify}. */
    List<BackupReport> reports(String bucket, boolean verify) throws IOException, InterruptedException {
        try (var store = s3.bucket(BucketParameter.name(bucket))) {
            var catalog = new BackupCatalog(store, topicsDir);
            var reports = new ArrayList<BackupReport>();
            for (var name : Optional.ofNullable(cluster).map(List::of).orElseGet(catalog::clusters)) {
                reports.add(verify ? catalog.verify(name, topics, PARALLEL) : catalog.describe(name, topics, PARALLEL));
            }
            if (reports.stream().allMatch(report -> report.topics().isEmpty())) {
                throw new CommandFailure(
                        ExitCode.NOT_FOUND,
                        "The bucket %s has no backup of such a topic. 'caudal backup create' makes one."
                                .formatted(store.bucket()));
            }
            return reports;
        }
    }
}
