package dev.caudal.cli;

import dev.caudal.s3.restore.BackupCatalog;
import dev.caudal.s3.restore.BackupReport;
import dev.caudal.s3.restore.BackupSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Mixin;

/** Looks at the backups of a bucket, as the options of a command say. */
final class BackupOptions {
    private static final int PARALLEL = 4;

    @Mixin
    private S3Options s3 = new S3Options();

    @Mixin
    private BackupScope scope = new BackupScope();

    /** What the bucket has, at a glance. */
    List<BackupSummary> summaries(String bucket) throws IOException, InterruptedException {
        return look(
                bucket,
                (catalog, name) -> catalog.list(name, scope.topics(), PARALLEL),
                summary -> summary.topics().isEmpty());
    }

    /** What the bucket has, by all its commits; all objects are read if {@code verify}. */
    List<BackupReport> reports(String bucket, boolean verify) throws IOException, InterruptedException {
        return look(
                bucket,
                (catalog, name) -> verify
                        ? catalog.verify(name, scope.topics(), PARALLEL)
                        : catalog.describe(name, scope.topics(), PARALLEL),
                report -> report.topics().isEmpty());
    }

    private interface Look<T> {
        T at(BackupCatalog catalog, String cluster) throws IOException, InterruptedException;
    }

    private <T> List<T> look(String bucket, Look<T> look, Predicate<T> isEmpty)
            throws IOException, InterruptedException {
        try (var store = s3.bucket(BucketParameter.name(bucket))) {
            var catalog = new BackupCatalog(store, scope.topicsDir());
            var reports = new ArrayList<T>();
            for (var name : scope.cluster().map(List::of).orElseGet(catalog::clusters)) {
                reports.add(look.at(catalog, name));
            }
            if (reports.stream().allMatch(isEmpty)) {
                throw new CommandFailure(
                        ExitCode.NOT_FOUND,
                        "The bucket %s has no backup of such a topic. 'caudal backup create' makes one."
                                .formatted(store.bucket()));
            }
            return reports;
        }
    }
}
