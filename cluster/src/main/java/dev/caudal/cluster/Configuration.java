package dev.caudal.cluster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of Kafka that clusters can have, in all their revisions.
 *
 * @param arn its ARN
 * @param description for people
 * @param kafkaVersions those that it is meant for
 * @param revisions numbered from 1
 */
record Configuration(ConfigurationArn arn, String description, List<String> kafkaVersions, List<Revision> revisions) {
    /** How many revisions there may be, as in MSK. */
    static final int MOST_REVISIONS = 50;

    Configuration {
        kafkaVersions = List.copyOf(kafkaVersions);
        revisions = List.copyOf(revisions);
    }

    /**
     * What it said from some time on.
     *
     * @param number from 1
     * @param created when
     * @param description for people
     * @param properties a file of properties as it came
     */
    record Revision(int number, Instant created, Optional<String> description, String properties) {}

    /**
     * The settings that a cluster has of a configuration. They are copied, so that the cluster starts without it.
     *
     * @param arn the configuration's
     * @param revision its revision
     * @param settings names and values
     */
    record Use(ConfigurationArn arn, int revision, Map<String, String> settings) {
        Use {
            settings = Map.copyOf(settings);
        }
    }

    /** When it was made. */
    Instant created() {
        return revisions.get(0).created();
    }

    Revision latest() {
        return revisions.get(revisions.size() - 1);
    }

    /** The revision of a number. */
    Revision revision(long number) {
        return revisions.stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(() -> ApiError.badRequest(
                        "revision",
                        "The configuration %s has no revision %d; the latest is %d."
                                .formatted(arn.name(), number, latest().number())));
    }

    /** One more revision. */
    Configuration with(Instant now, Optional<String> text, String properties) {
        if (revisions.size() >= MOST_REVISIONS) {
            throw ApiError.badRequest(
                    "arn", "A configuration has %d revisions at most. Make a new one.".formatted(MOST_REVISIONS));
        }
        var all = new ArrayList<>(revisions);
        all.add(new Revision(latest().number() + 1, now, text, properties));
        return new Configuration(arn, description, kafkaVersions, all);
    }
}
