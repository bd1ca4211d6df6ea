package dev.caudal.s3.restore;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Finds the topics whose settings will delete what was just restored: records keep their old times, and a topic's retention
 * counts again when the restore has ended.
 */
final class Retention {
    private static final String SETTING = "retention.ms";

    private final TargetTopics target;
    private final long now;

    Retention(TargetTopics target, long now) {
        this.target = target;
        this.now = now;
    }

    /** A sentence for each topic that will lose records. */
    List<String> warnings(List<TopicPlan> topics) {
        var warnings = new ArrayList<String>();
        for (var topic : topics) {
            var settings = topic.manifest().map(manifest -> manifest.settings()).orElse(Map.of());
            var oldest = topic.partitions().stream()
                    .flatMap(partition -> partition.segments().stream())
                    .mapToLong(Segment::minTimestamp)
                    .filter(time -> time >= 0)
                    .min();
            boolean deletes = settings.getOrDefault("cleanup.policy", "delete").contains("delete");
            if (deletes && oldest.isPresent()) {
                long retention =
                        settings.containsKey(SETTING) ? Long.parseLong(settings.getOrDefault(SETTING, "-1")) : usual();
                if (retention >= 0 && now - oldest.getAsLong() > retention) {
                    warnings.add(
                            "Topic %s keeps records for %s (retention.ms=%d), and its oldest one is of %s: what is older is deleted soon after the restore. Restore with --keep-old-records to leave retention off."
                                    .formatted(
                                            topic.topic(),
                                            text(Duration.ofMillis(retention)),
                                            retention,
                                            Instant.ofEpochMilli(oldest.getAsLong())));
                }
            }
        }
        return warnings;
    }

    private long usual() {
        OptionalLong usual = target.usualRetention();
        return usual.orElse(-1);
    }

    private static String text(Duration retention) {
        return retention.toDays() > 1 ? retention.toDays() + " days" : retention.toMinutes() + " min";
    }
}
