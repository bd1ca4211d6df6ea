package dev.caudal.s3.restore;

import dev.caudal.s3.archive.TopicManifest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the topics whose settings will delete what was just restored: records keep their old times, and a topic's retention
 * counts again when the restore has ended.
 */
final class Retention {
    private static final String SETTING = "retention.ms";

    private final TargetTopics target;
    private final long now;
    private @Nullable Long usual;

    Retention(TargetTopics target, long now) {
        this.target = target;
        this.now = now;
    }

    /** A sentence for each topic that will lose records. */
    List<String> warnings(List<TopicPlan> topics) {
        return topics.stream().flatMap(topic -> warning(topic).stream()).toList();
    }

    private Optional<String> warning(TopicPlan topic) {
        var settings = topic.manifest().map(TopicManifest::settings).orElse(Map.of());
        var oldest = topic.partitions().stream()
                .flatMap(partition -> partition.segments().stream())
                .mapToLong(Segment::minTimestamp)
                .filter(time -> time >= 0)
                .min();
        if (oldest.isEmpty()
                || !settings.getOrDefault("cleanup.policy", "delete").contains("delete")) {
            return Optional.empty();
        }
        long retention =
                Optional.ofNullable(settings.get(SETTING)).map(Long::valueOf).orElseGet(this::usual);
        if (retention < 0 || now - oldest.getAsLong() <= retention) {
            return Optional.empty();
        }
        return Optional.of(
                "Topic %s keeps records for %s (retention.ms=%d), and its oldest one is of %s: what is older is deleted soon after the restore. Restore with --keep-old-records to leave retention off."
                        .formatted(
                                topic.topic(),
                                text(Duration.ofMillis(retention)),
                                retention,
                                Instant.ofEpochMilli(oldest.getAsLong())));
    }

    /** Asked for only when a topic has no retention of its own, and only once. */
    private long usual() {
        if (usual == null) {
            usual = target.usualRetention().orElse(-1);
        }
        return usual;
    }

    private static String text(Duration retention) {
        return retention.toDays() > 1 ? retention.toDays() + " days" : retention.toMinutes() + " min";
    }
}
