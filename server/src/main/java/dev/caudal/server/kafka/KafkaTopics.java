package dev.caudal.server.kafka;

import static dev.caudal.server.kafka.Answers.await;

import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;

/**
 * The topics of a cluster.
 *
 * @param admin asks its brokers
 */
public record KafkaTopics(Admin admin) {
    /** What the platform itself cannot be without. */
    private static final String OURS = "caudal-";

    /**
     * A topic.
     *
     * @param name its name
     * @param partitions how many
     * @param replicas of each
     * @param outOfSync replicas that are behind
     * @param internal whether it is Kafka's own or the platform's
     */
    public record Topic(String name, int partitions, int replicas, int outOfSync, boolean internal) {
        private static Topic of(TopicDescription topic) {
            return new Topic(
                    topic.name(),
                    topic.partitions().size(),
                    topic.partitions().get(0).replicas().size(),
                    topic.partitions().stream()
                            .mapToInt(
                                    each -> each.replicas().size() - each.isr().size())
                            .sum(),
                    topic.isInternal() || topic.name().startsWith(OURS));
        }
    }

    /**
     * A part of the topics.
     *
     * @param items by name
     * @param total how many there are in all
     */
    public record Page(List<Topic> items, int total) {}

    /**
     * A partition.
     *
     * @param partition its number
     * @param leader the broker that serves it, if one does
     * @param replicas brokers that have it
     * @param inSync those of them that have all of it
     * @param begin the offset of the first message that is still there
     * @param end the offset that the next message gets
     */
    public record Partition(
            int partition,
            Optional<Integer> leader,
            List<Integer> replicas,
            List<Integer> inSync,
            long begin,
            long end) {}

    /**
     * A topic with all that is known of it.
     *
     * @param topic the topic
     * @param partitions its partitions
     * @param configs the settings that it has of its own
     */
    public record Detail(Topic topic, List<Partition> partitions, Map<String, String> configs) {}

    /**
     * Topics by name.
     *
     * @param match what the name contains
     * @param offset how many of them are left out first
     * @param limit how many are shown at most
     * @return a part
     */
    public Page page(String match, int offset, int limit) {
        var wanted = match.toLowerCase(Locale.ROOT);
        var names = await(admin.listTopics(new ListTopicsOptions().listInternal(true))
                        .names())
                .stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(wanted))
                .sorted()
                .toList();
        var part = names.stream().skip(offset).limit(limit).toList();
        var described = await(admin.describeTopics(part).allTopicNames());
        return new Page(
                new TreeMap<>(described).values().stream().map(Topic::of).toList(), names.size());
    }

    /**
     * One topic.
     *
     * @param name its name
     * @return with partitions and settings
     * @throws Refusal when there is none
     */
    public Detail one(String name) {
        var topic = await(admin.describeTopics(List.of(name)).allTopicNames())
                .values()
                .iterator()
                .next();
        var begins = offsets(topic, OffsetSpec.earliest());
        var ends = offsets(topic, OffsetSpec.latest());
        var partitions = topic.partitions().stream()
                .map(each -> partition(
                        each, begins.getOrDefault(at(topic, each), 0L), ends.getOrDefault(at(topic, each), 0L)))
                .toList();
        return new Detail(Topic.of(topic), partitions, configs(name));
    }

    /**
     * Creates a topic.
     *
     * @param name its name
     * @param partitions how many
     * @param replicas of each
     * @throws Refusal when it cannot be
     */
    public void create(String name, int partitions, int replicas) {
        if (partitions < 1 || partitions > 10_000) {
            throw Refusal.invalid("partitions", "partitions is %d.".formatted(partitions), "Take 1 to 10000.");
        }
        if (replicas < 1 || replicas > Short.MAX_VALUE) {
            throw Refusal.invalid(
                    "replicas", "replicas is %d.".formatted(replicas), "Take 1 to the number of brokers.");
        }
        await(admin.createTopics(List.of(new NewTopic(name, partitions, (short) replicas)))
                .all());
    }

    /**
     * Deletes a topic with its messages.
     *
     * @param name its name
     * @throws Refusal when there is none, or it is Kafka's own or the platform's
     */
    public void delete(String name) {
        if (one(name).topic().internal()) {
            throw Refusal.of(
                    ProblemCode.INTERNAL_TOPIC,
                    "The topic '%s' is one that Kafka or the platform cannot be without.".formatted(name),
                    "Leave it.");
        }
        await(admin.deleteTopics(List.of(name)).all());
    }

    private Map<String, String> configs(String name) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
        var all = new TreeMap<String, String>();
        await(admin.describeConfigs(List.of(resource)).all()).values().stream()
                .flatMap(config -> config.entries().stream())
                .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .forEach(entry -> all.put(entry.name(), String.valueOf(entry.value())));
        return all;
    }

    /** Of the partitions that have a leader; the others would make all of them wait. */
    private Map<TopicPartition, Long> offsets(TopicDescription topic, OffsetSpec which) {
        var wanted = topic.partitions().stream()
                .filter(each -> each.leader() != null)
                .collect(Collectors.toMap(each -> at(topic, each), each -> which));
        var found = new HashMap<TopicPartition, Long>();
        await(admin.listOffsets(wanted).all()).forEach((at, offset) -> found.put(at, offset.offset()));
        return found;
    }

    private static TopicPartition at(TopicDescription topic, TopicPartitionInfo partition) {
        return new TopicPartition(topic.name(), partition.partition());
    }

    private static Partition partition(TopicPartitionInfo info, long begin, long end) {
        Function<List<Node>, List<Integer>> ids =
                nodes -> nodes.stream().map(Node::id).toList();
        return new Partition(
                info.partition(),
                Optional.ofNullable(info.leader()).map(Node::id),
                ids.apply(info.replicas()),
                ids.apply(info.isr()),
                begin,
                end);
    }
}
