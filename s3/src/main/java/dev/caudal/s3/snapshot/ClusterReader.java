package dev.caudal.s3.snapshot;

import dev.caudal.s3.archive.GroupOffsets;
import dev.caudal.s3.archive.TopicManifest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConsumerGroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/** Asks a cluster for its topics and groups. Runs in workers from Kafka 3.3 on, so nothing newer is used. */
final class ClusterReader {
    private static final long PATIENCE_SECONDS = 30;

    private final Admin admin;

    ClusterReader(Admin admin) {
        this.admin = admin;
    }

    /** The topics that {@code wanted} takes, none that Kafka keeps for itself. */
    Collection<String> topics(Predicate<String> wanted) throws InterruptedException, TimeoutException {
        return await(admin.listTopics().names()).stream()
                .filter(wanted)
                .sorted()
                .toList();
    }

    /** How topics are; those that were deleted meanwhile are an error. */
    List<TopicManifest> manifests(Collection<String> topics, int generation, long time)
            throws InterruptedException, TimeoutException {
        var settings = settings(topics);
        return await(admin.describeTopics(topics).allTopicNames()).values().stream()
                .sorted(Comparator.comparing(TopicDescription::name))
                .map(topic -> new TopicManifest(
                        TopicManifest.FORMAT,
                        topic.name(),
                        topic.topicId().toString(),
                        generation,
                        topic.partitions().size(),
                        topic.partitions().get(0).replicas().size(),
                        settings.getOrDefault(topic.name(), Map.of()),
                        time))
                .toList();
    }

    /** How far all groups but {@code without} are in topics. */
    List<GroupOffsets.Committed> offsets(Collection<String> topics, String without)
            throws InterruptedException, TimeoutException {
        var groups = groups().stream()
                .filter(group -> !group.equals(without))
                .collect(Collectors.toMap(group -> group, group -> new ListConsumerGroupOffsetsSpec()));
        var committed = new ArrayList<GroupOffsets.Committed>();
        if (!groups.isEmpty()) {
            await(admin.listConsumerGroupOffsets(groups).all())
                    .forEach((group, places) -> places.forEach((partition, place) -> {
                        if (place != null && topics.contains(partition.topic())) {
                            committed.add(committed(group, partition, place));
                        }
                    }));
        }
        committed.sort(Comparator.comparing(GroupOffsets.Committed::group)
                .thenComparing(GroupOffsets.Committed::topic)
                .thenComparing(GroupOffsets.Committed::partition));
        return committed;
    }

    /** The newer name of this call is not in Kafka 3.3. */
    @SuppressWarnings("removal")
    private List<String> groups() throws InterruptedException, TimeoutException {
        return await(admin.listConsumerGroups().all()).stream()
                .map(ConsumerGroupListing::groupId)
                .toList();
    }

    private static GroupOffsets.Committed committed(String group, TopicPartition partition, OffsetAndMetadata place) {
        return new GroupOffsets.Committed(
                group,
                partition.topic(),
                partition.partition(),
                place.offset(),
                Objects.requireNonNullElse(place.metadata(), ""));
    }

    private Map<String, Map<String, String>> settings(Collection<String> topics)
            throws InterruptedException, TimeoutException {
        var resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        return await(admin.describeConfigs(resources).all()).entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), entry -> own(entry.getValue())));
    }

    private static Map<String, String> own(Config settings) {
        return settings.entries().stream()
                .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    private static <T> T await(KafkaFuture<T> answer) throws InterruptedException, TimeoutException {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
