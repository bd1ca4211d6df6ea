package dev.caudal.cli;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which part of a bucket's backups is meant. */
final class BackupScope {
    @Option(
            names = "--cluster",
            paramLabel = "ID",
            description = "Only this cluster, where the bucket has several ('caudal backup list').")
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

    /** The cluster that was backed up; empty where the bucket's only one is meant, or all. */
    Optional<String> cluster() {
        return Optional.ofNullable(cluster);
    }

    /** What the whole name of a topic matches. */
    Pattern topics() {
        return topics;
    }

    /** The folder of the objects in a bucket of Confluent's sink. */
    String topicsDir() {
        return topicsDir;
    }
}
