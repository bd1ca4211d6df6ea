package dev.caudal.server.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.s3.restore.RestoreSettings;
import dev.caudal.server.definition.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What somebody wants restored.
 *
 * @param body as it was sent
 * @param bucket has the backup
 * @param target where it is brought
 * @param cluster what the lost cluster is called in the bucket; needed where there are several
 * @param topics the names of the topics, as a pattern
 * @param until nothing of a partition from the first record on that is later, in milliseconds
 * @param groups whether consumer groups are put to their places
 * @param verify whether all records are read back and compared
 * @param keepOld whether retention stays off
 */
public record RestoreRequest(
        ObjectNode body,
        String bucket,
        Target target,
        Optional<String> cluster,
        Pattern topics,
        long until,
        boolean groups,
        boolean verify,
        boolean keepOld) {
    private static final Set<String> FIELDS =
            Set.of("bucket", "target", "cluster", "topics", "until", "groups", "verify", "keepOldRecords");

    /**
     * A cluster.
     *
     * @param kind whose name it is
     * @param name of a cluster of this machine, or of an endpoint
     */
    public record Target(Kind kind, String name) {
        /** What leads to clusters. */
        public enum Kind {
            /** One of this machine. */
            CLUSTER,
            /** A target that was defined. */
            ENDPOINT
        }
    }

    /**
     * Reads one.
     *
     * @param body bucket, target and, where it is not all, what of it
     * @return what is wanted
     * @throws Refusal naming the field that is wrong
     */
    public static RestoreRequest of(JsonNode body) {
        body.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                throw Refusal.invalid(
                        field,
                        "A restore has no field '%s'.".formatted(field),
                        "It has " + String.join(", ", new TreeSet<>(FIELDS)) + ".");
            }
        });
        return new RestoreRequest(
                body.deepCopy(),
                required(body, "bucket"),
                target(body.path("target")),
                text(body, "cluster"),
                pattern(text(body, "topics").orElse(".*")),
                text(body, "until").map(RestoreRequest::time).orElse(Long.MAX_VALUE),
                body.path("groups").asBoolean(true),
                body.path("verify").asBoolean(true),
                body.path("keepOldRecords").asBoolean(false));
    }

    /** For the restore itself. */
    RestoreSettings settings(Map<String, Object> kafka) {
        var usual = RestoreSettings.all(kafka);
        return new RestoreSettings(
                kafka,
                cluster,
                topics,
                usual.topicsDir(),
                until,
                usual.replicas(),
                usual.parallel(),
                groups,
                verify,
                keepOld);
    }

    private static Target target(JsonNode target) {
        var cluster = text(target, "cluster").map(name -> new Target(Target.Kind.CLUSTER, name));
        var endpoint = text(target, "endpoint").map(name -> new Target(Target.Kind.ENDPOINT, name));
        if (cluster.isPresent() == endpoint.isPresent()) {
            throw Refusal.invalid(
                    "target",
                    "The target must be one cluster or one endpoint.",
                    "Send {\"cluster\": NAME} or {\"endpoint\": NAME}.");
        }
        return cluster.or(() -> endpoint).orElseThrow();
    }

    private static String required(JsonNode body, String field) {
        return text(body, field)
                .orElseThrow(() -> Refusal.invalid(field, "%s is missing.".formatted(field), "Name one."));
    }

    private static Optional<String> text(JsonNode body, String field) {
        return Optional.of(body.path(field).asText("")).filter(value -> !value.isBlank());
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw Refusal.invalid(
                    "topics",
                    "'%s' is no regular expression: %s.".formatted(text, e.getDescription()),
                    "Write one for the whole name of a topic, as world\\..*");
        }
    }

    private static long time(String text) {
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw Refusal.invalid("until", "'%s' is no time.".formatted(text), "Write it as 2026-05-20T19:33:55Z.");
        }
    }
}
