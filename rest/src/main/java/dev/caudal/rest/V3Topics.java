package dev.caudal.rest;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topics of the cluster, as v3 tells of them. */
final class V3Topics {
    private static final int LOOKS = 50;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final V3Kafka kafka;

    V3Topics(V3Kafka kafka) {
        this.kafka = kafka;
    }

    /** The names of all topics, those of Kafka itself too. */
    CompletionStage<Set<String>> names() {
        return kafka.ask(kafka.admin()
                .listTopics(kafka.inTime(new ListTopicsOptions().listInternal(true)))
                .names());
    }

    /** Topics by name, in order; those that are gone in the meantime are left out. */
    CompletionStage<List<TopicDescription>> describe(Collection<String> names, boolean operations) {
        var found = kafka.admin().describeTopics(names, options(operations)).topicNameValues().values().stream()
                .map(each -> kafka.when(each, Optional::of)
                        .exceptionally(V3Topics::absent)
                        .toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(found.toArray(CompletableFuture[]::new))
                .thenApply(done -> found.stream()
                        .flatMap(each -> each.join().stream())
                        .sorted(Comparator.comparing(TopicDescription::name))
                        .toList());
    }

    /** A topic; fails as Kafka does when there is none. */
    CompletionStage<TopicDescription> describe(String name, boolean operations) {
        var found = kafka.admin()
                .describeTopics(List.of(name), options(operations))
                .topicNameValues()
                .get(name);
        if (found == null) {
            throw KafkaErrors.of(new UnknownTopicOrPartitionException());
        }
        return kafka.ask(found);
    }

    /**
     * Done when a topic that was just created is seen by the brokers, which may hear of it a moment later, so that its
     * creator finds it; or when that takes too long.
     */
    CompletionStage<Void> appear(String name) {
        return appear(name, LOOKS);
    }

    private CompletionStage<Void> appear(String name, int looks) {
        return describe(List.of(name), false).handle((found, error) -> found).thenCompose(found -> {
            if (looks == 0 || found != null && !found.isEmpty()) {
                return CompletableFuture.completedFuture(null);
            }
            var later = CompletableFuture.delayedExecutor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
            return CompletableFuture.completedFuture(name).thenComposeAsync(again -> appear(again, looks - 1), later);
        });
    }

    /** A partition of a topic; fails with 404 when there is none. */
    CompletionStage<TopicPartitionInfo> partition(String topic, int partition) {
        return describe(topic, false)
                .thenApply(found -> found.partitions().stream()
                        .filter(each -> each.partition() == partition)
                        .findFirst()
                        .orElseThrow(RestError::partitionNotFound));
    }

    /** How many partitions each of these topics has; those that do not exist are left out. */
    CompletionStage<Map<String, Integer>> sizes(Collection<String> names) {
        return describe(names, false)
                .thenApply(found -> found.stream()
                        .collect(Collectors.toMap(
                                TopicDescription::name,
                                topic -> topic.partitions().size())));
    }

    static V3Entity entity(V3Path cluster, TopicDescription topic) {
        var partitions = topic.partitions();
        var operations = Optional.ofNullable(topic.authorizedOperations()).orElse(Set.of());
        return entity(
                        cluster.topic(topic.name()),
                        topic.name(),
                        topic.isInternal(),
                        partitions.isEmpty() ? 0 : partitions.get(0).replicas().size(),
                        partitions.size())
                .with(
                        "authorized_operations",
                        operations.stream().map(Enum::name).sorted().toList());
    }

    /** A topic that may not exist yet. */
    static V3Entity entity(V3Path self, String name, boolean internal, int replication, int partitions) {
        return V3Entity.of("KafkaTopic", self)
                .with("topic_name", name)
                .with("is_internal", internal)
                .with("replication_factor", replication)
                .with("partitions_count", partitions)
                .link("partitions", self.under("partitions"))
                .link("configs", self.under("configs"))
                .link("partition_reassignments", self.under("partitions/-/reassignment"))
                .with("authorized_operations", List.of());
    }

    private DescribeTopicsOptions options(boolean operations) {
        return kafka.inTime(new DescribeTopicsOptions().includeAuthorizedOperations(operations));
    }

    private static Optional<TopicDescription> absent(Throwable error) {
        if (KafkaErrors.cause(error) instanceof UnknownTopicOrPartitionException) {
            return Optional.empty();
        }
        throw KafkaErrors.of(error);
    }
}
