package dev.caudal.server.backup;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.server.connect.ConnectClient;
import dev.caudal.server.connect.Connector;
import dev.caudal.server.connect.ConnectorStatus;
import dev.caudal.server.definition.Names;
import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import dev.caudal.server.kafka.KafkaCluster;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The backups that go on: sinks of the platform's broker into its object store. Any thread may use it. */
public final class BackupTasks {
    private static final String CLASS = "dev.caudal.s3.sink.S3SinkConnector";
    private static final String PATTERN = "topics.regex";
    private static final int LONGEST_SECONDS = 86_400;
    private static final int USUAL_SECONDS = 60;
    private static final Set<String> FIELDS = Set.of("name", "topics", "bucket", "every");

    private final Buckets buckets;
    private final ConnectClient connect;
    private final String bootstrapServers;

    /**
     * Those of a platform.
     *
     * @param buckets of its store
     * @param connect its workers
     * @param bootstrapServers of its broker
     */
    public BackupTasks(Buckets buckets, ConnectClient connect, String bootstrapServers) {
        this.buckets = buckets;
        this.connect = connect;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * One of them.
     *
     * @param name the connector's
     * @param topics the names of the topics, as a pattern, or with commas between them
     * @param bucket where they go
     * @param state Kafka Connect's word, in small letters
     * @param reason what Kafka Connect says of it; empty while it is well
     */
    public record View(String name, String topics, String bucket, String state, String reason) {}

    /**
     * All of them.
     *
     * @return by name
     */
    public List<View> all() {
        return connect.all().stream()
                .filter(BackupTasks::isBackup)
                .map(BackupTasks::view)
                .sorted(Comparator.comparing(View::name))
                .toList();
    }

    /**
     * Begins one; a bucket that is not there is made.
     *
     * @param body name, topics, bucket and, where it is not a minute, in seconds how often
     * @return it
     * @throws Refusal naming the field that is wrong, or that the name is taken
     */
    public View create(JsonNode body) {
        body.fieldNames().forEachRemaining(BackupTasks::requireKnown);
        var name = Names.check(body.path("name").asText(""));
        var topics = pattern(body.path("topics").asText(""));
        var every = every(body.path("every"));
        var bucket = body.path("bucket").asText("");
        if (connect.find(name).isPresent()) {
            throw Refusal.of(
                            ProblemCode.NAME_TAKEN,
                            "There is a connector '%s' already.".formatted(name),
                            "Choose another name.")
                    .at("name");
        }
        buckets.ensure(bucket);
        var task = new BackupTask(name, topics, bootstrapServers, clusterId(), buckets.settings(bucket), every, 1);
        connect.put(name, task.configuration());
        return new View(name, topics, bucket, "unassigned", "");
    }

    /**
     * Ends one; what is in the bucket stays.
     *
     * @param name its name
     * @throws Refusal when there is no such backup
     */
    public void delete(String name) {
        if (connect.find(name).filter(BackupTasks::isBackup).isEmpty()) {
            throw Refusal.of(
                    ProblemCode.NO_SUCH_BACKUP,
                    "There is no backup '%s'.".formatted(name),
                    "GET /api/v1/backup-tasks has all.");
        }
        connect.delete(name);
    }

    private static boolean isBackup(Connector connector) {
        return connector.setting("connector.class").equals(CLASS);
    }

    private static View view(Connector connector) {
        var topics = connector.setting(PATTERN);
        return new View(
                connector.name(),
                topics.isEmpty() ? connector.setting("topics") : topics,
                connector.setting("s3.bucket.name"),
                connector.status().map(BackupTasks::state).orElse("unassigned"),
                connector.status().map(ConnectorStatus::reason).orElse(""));
    }

    /** A connector whose only task has failed still says that it runs. */
    private static String state(ConnectorStatus status) {
        return status.tasks().contains("FAILED") ? "failed" : status.state().toLowerCase(Locale.ROOT);
    }

    private static void requireKnown(String field) {
        if (!FIELDS.contains(field)) {
            throw Refusal.invalid(
                    field,
                    "A backup has no field '%s'.".formatted(field),
                    "It has " + String.join(", ", new TreeSet<>(FIELDS)) + ".");
        }
    }

    private static String pattern(String text) {
        try {
            if (!text.isBlank()) {
                return Pattern.compile(text.strip()).pattern();
            }
        } catch (PatternSyntaxException e) {
            throw Refusal.invalid(
                    "topics",
                    "'%s' is no regular expression: %s.".formatted(text, e.getDescription()),
                    "Write one for the whole name of a topic, as world\\..*");
        }
        throw Refusal.invalid("topics", "topics is missing.", "Write a pattern for names of topics, as world\\..*");
    }

    private static Duration every(JsonNode seconds) {
        if (seconds.isMissingNode() || seconds.isNull()) {
            return Duration.ofSeconds(USUAL_SECONDS);
        }
        if (!seconds.canConvertToExactIntegral() || seconds.asLong() < 1 || seconds.asLong() > LONGEST_SECONDS) {
            throw Refusal.invalid(
                    "every",
                    "every is %s.".formatted(seconds),
                    "It can be 1 to %d, a whole number of seconds.".formatted(LONGEST_SECONDS));
        }
        return Duration.ofSeconds(seconds.asLong());
    }

    private String clusterId() {
        return Failures.judged(() -> KafkaCluster.id(bootstrapServers, "It is the platform's own."));
    }
}
