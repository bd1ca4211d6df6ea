package dev.caudal.s3.restore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.LeaderNotAvailableException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the topics and keeps them in quarantine until all records are there: old records must not be deleted or compacted
 * away, nor get new timestamps, while they arrive.
 */
final class TargetTopics {
    private static final Logger LOG = LoggerFactory.getLogger(TargetTopics.class);

    private static final String LARGEST = "max.message.bytes";
    /** Settings that let nothing be deleted for its age or size. */
    static final Map<String, String> WITHOUT_RETENTION = Map.of("retention.ms", "-1", "retention.bytes", "-1");

    private static final Map<String, String> QUARANTINE = Map.of(
            "cleanup.policy",
            "delete",
            "retention.ms",
            "-1",
            "retention.bytes",
            "-1",
            "message.timestamp.type",
            "CreateTime",
            "message.timestamp.after.max.ms",
            Long.toString(Long.MAX_VALUE),
            "message.timestamp.before.max.ms",
            Long.toString(Long.MAX_VALUE),
            LARGEST,
            Integer.toString(64 * 1024 * 1024));
    /** The first that is set counts. */
    private static final List<Unit> RETENTION = List.of(
            new Unit("log.retention.ms", 1),
            new Unit("log.retention.minutes", 60_000),
            new Unit("log.retention.hours", 3_600_000));

    private static final int ATTEMPTS = 120;
    private static final long PAUSE_MILLIS = 500;

    private record Unit(String setting, long millis) {}

    private final Target target;

    TargetTopics(Target target) {
        this.target = target;
    }

    /** The ids of those topics that exist, by name. */
    Map<String, String> ids(Collection<String> topics) {
        var existing = target.await(target.admin().listTopics().names());
        var wanted = topics.stream().filter(existing::contains).toList();
        return target.await(target.admin().describeTopics(wanted).allTopicNames()).values().stream()
                .collect(Collectors.toMap(
                        TopicDescription::name, topic -> topic.topicId().toString()));
    }

    /** Creates a topic without settings of its own. */
    void create(TopicPlan plan, int replicas) {
        var topic = new NewTopic(plan.topic(), plan.partitions().size(), (short) replicas);
        target.await(target.admin().createTopics(List.of(topic)).all());
    }

    /** How many brokers there are. */
    int brokers() {
        return target.await(target.admin().describeCluster().nodes()).size();
    }

    /** Whether no partition has a record; waits until each has a leader that answers. */
    boolean isEmpty(TopicPlan plan) throws InterruptedException {
        var latest = plan.partitions().stream()
                .collect(Collectors.toMap(PartitionPlan::partition, partition -> OffsetSpec.latest()));
        for (int attempt = 1; ; attempt++) {
            try {
                return target.await(target.admin().listOffsets(latest).all()).values().stream()
                        .allMatch(end -> end.offset() == 0);
            } catch (UnknownTopicOrPartitionException | LeaderNotAvailableException | NotLeaderOrFollowerException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    /** How many partitions a topic has. */
    int partitions(String topic) {
        return Objects.requireNonNull(target.await(
                                target.admin().describeTopics(List.of(topic)).allTopicNames())
                        .get(topic))
                .partitions()
                .size();
    }

    /** The retention of topics that have none of their own, in milliseconds; empty where the cluster does not tell. */
    OptionalLong usualRetention() {
        var broker = target.await(target.admin().describeCluster().controller()).idString();
        var resource = new ConfigResource(ConfigResource.Type.BROKER, broker);
        Config settings;
        try {
            settings = Objects.requireNonNull(target.await(
                            target.admin().describeConfigs(List.of(resource)).all())
                    .get(resource));
        } catch (AuthorizationException e) {
            LOG.info("The usual retention is not known, so no topic is warned of for it: {}", e.getMessage());
            return OptionalLong.empty();
        }
        for (var unit : RETENTION) {
            var entry = settings.get(unit.setting());
            if (entry != null && entry.value() != null) {
                return OptionalLong.of(Long.parseLong(entry.value()) * unit.millis());
            }
        }
        return OptionalLong.empty();
    }

    /** Keeps what will be written from being deleted or changed. */
    void quarantine(String topic) {
        var known = known(topic);
        var quarantine = new HashMap<>(QUARANTINE);
        quarantine.keySet().retainAll(known);
        alter(topic, quarantine, Set.of());
    }

    /** Gives a topic its settings; returns the names of those that the cluster does not know. */
    List<String> release(String topic, Map<String, String> wanted) {
        var known = known(topic);
        var set = new HashMap<>(wanted);
        set.keySet().retainAll(known);
        alter(
                topic,
                set,
                QUARANTINE.keySet().stream()
                        .filter(name -> known.contains(name) && !set.containsKey(name))
                        .collect(Collectors.toSet()));
        return wanted.keySet().stream().filter(name -> !known.contains(name)).toList();
    }

    /** The settings that a topic has of its own. */
    Map<String, String> own(String topic) {
        return entries(topic).stream()
                .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    private Set<String> known(String topic) {
        return entries(topic).stream().map(ConfigEntry::name).collect(Collectors.toSet());
    }

    private Collection<ConfigEntry> entries(String topic) {
        var resource = resource(topic);
        var found =
                target.await(target.admin().describeConfigs(List.of(resource)).all());
        return Objects.requireNonNull(found.get(resource)).entries();
    }

    private void alter(String topic, Map<String, String> set, Set<String> delete) {
        var changes = new ArrayList<AlterConfigOp>();
        set.forEach((name, value) -> changes.add(new AlterConfigOp(new ConfigEntry(name, value), OpType.SET)));
        delete.forEach(name -> changes.add(new AlterConfigOp(new ConfigEntry(name, ""), OpType.DELETE)));
        target.await(target.admin()
                .incrementalAlterConfigs(Map.of(resource(topic), changes))
                .all());
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
