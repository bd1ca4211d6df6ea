package dev.caudal.rest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.AbstractOptions;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeConfigsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What the cluster knows of its topics. Any thread may ask; answers come on threads for answers. */
final class Topics {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int LONGEST_MILLIS = 15_000;
    private static final Duration FRESH = Duration.ofSeconds(30);

    private record Known(int partitions, long until) {}

    private final Admin admin;
    private final Answers answers;

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Topics(Admin admin, Answers answers) {
        this.admin = admin;
        this.answers = answers;
    }

    /** The options with the time that a question may take. */
    static <T extends AbstractOptions<T>> T inTime(T options) {
        return options.timeoutMs(LONGEST_MILLIS);
    }

    CompletionStage<List<String>> names() {
        return answers.when(
                admin.listTopics(inTime(new ListTopicsOptions())).names(),
                names -> names.stream().sorted().toList());
    }

    CompletionStage<List<Integer>> brokers() {
        return answers.when(
                admin.describeCluster(inTime(new DescribeClusterOptions())).nodes(),
                nodes -> nodes.stream().map(Node::id).sorted().toList());
    }

    /** The settings of a topic that have a value the proxy may show. */
    CompletionStage<Map<String, String>> settings(String topic) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return answers.when(
                admin.describeConfigs(List.of(resource), inTime(new DescribeConfigsOptions()))
                        .all(),
                found -> {
                    var settings = new TreeMap<String, String>();
                    found.values().stream()
                            .flatMap(config -> config.entries().stream())
                            .filter(entry -> entry.value() != null)
                            .forEach(entry -> settings.put(entry.name(), entry.value()));
                    return settings;
                });
    }

    /** The offsets of a partition's first record and of the next one to come. */
    record Ends(long first, long next) {}

    CompletionStage<Ends> ends(TopicPartition partition) {
        var first = admin.listOffsets(Map.of(partition, OffsetSpec.earliest()), inTime(new ListOffsetsOptions()))
                .partitionResult(partition);
        var next = admin.listOffsets(Map.of(partition, OffsetSpec.latest()), inTime(new ListOffsetsOptions()))
                .partitionResult(partition);
        return answers.when(first, found -> found.offset())
                .thenCombine(answers.when(next, found -> found.offset()), Ends::new);
    }

    /** A topic's partitions; empty when there is no such topic, or can be none of that name. */
    CompletionStage<Optional<TopicDescription>> find(String topic) {
        var found = admin.describeTopics(List.of(topic), inTime(new DescribeTopicsOptions()))
                .topicNameValues()
                .get(topic);
        if (found == null) {
            throw RestError.topicNotFound();
        }
        return answers.when(found, this::remember).exceptionally(error -> {
            known.remove(topic);
            var cause = KafkaErrors.cause(error);
            if (cause instanceof UnknownTopicOrPartitionException || cause instanceof InvalidTopicException) {
                return Optional.empty();
            }
            throw new CompletionException(cause);
        });
    }

    /**
     * Whether a topic exists, as known at most half a minute ago.
     *
     * @return true also where the cluster cannot tell in time: what a client asks for then has to wait anyway
     */
    CompletionStage<Boolean> exists(String topic) {
        if (partitions(topic).isPresent()) {
            return CompletableFuture.completedFuture(true);
        }
        return find(topic)
                .toCompletableFuture()
                .thenApply(Optional::isPresent)
                .completeOnTimeout(true, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(error -> true);
    }

    /** How many partitions a topic has, as known at most half a minute ago; empty when that is unknown. */
    OptionalInt partitions(String topic) {
        var found = known.get(topic);
        return found != null && System.nanoTime() - found.until() < 0
                ? OptionalInt.of(found.partitions())
                : OptionalInt.empty();
    }

    /** A topic's partitions; fails as the API does when there is none. */
    CompletionStage<TopicDescription> describe(String topic) {
        return find(topic).thenApply(found -> found.orElseThrow(RestError::topicNotFound));
    }

    private Optional<TopicDescription> remember(TopicDescription found) {
        known.put(found.name(), new Known(found.partitions().size(), System.nanoTime() + FRESH.toNanos()));
        return Optional.of(found);
    }
}
