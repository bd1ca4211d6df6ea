package dev.caudal.server.kafka;

import static dev.caudal.server.kafka.Answers.await;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The consumer groups of a cluster.
 *
 * @param admin asks its brokers
 */
public record KafkaGroups(Admin admin) {
    /**
     * How far a group has read a partition.
     *
     * @param topic the topic
     * @param partition its partition
     * @param position the offset that it reads next
     * @param end the offset that the next message gets
     * @param lag messages that it has not read
     */
    public record Place(String topic, int partition, long position, long end, long lag) {}

    /**
     * A group.
     *
     * @param group its name
     * @param state of Kafka's words, in lower case
     * @param members how many consumers it has now
     * @param lag messages that it has not read, over all partitions
     * @param places by topic and partition
     */
    public record Group(String group, String state, int members, long lag, List<Place> places) {}

    /**
     * All groups that consumers form, at one moment.
     *
     * @return by name
     */
    public List<Group> all() {
        var names = await(
                        admin.listGroups(ListGroupsOptions.forConsumerGroups()).all())
                .stream()
                .map(group -> group.groupId())
                .sorted()
                .toList();
        if (names.isEmpty()) {
            return List.of();
        }
        var described = await(admin.describeConsumerGroups(names).all());
        var positions = await(admin.listConsumerGroupOffsets(names.stream()
                        .collect(Collectors.toMap(Function.identity(), name -> new ListConsumerGroupOffsetsSpec())))
                .all());
        var ends = ends(positions);
        return new TreeMap<>(described)
                .values().stream()
                        .map(group -> group(group, positions.getOrDefault(group.groupId(), Map.of()), ends))
                        .toList();
    }

    private static Group group(
            ConsumerGroupDescription group,
            Map<TopicPartition, OffsetAndMetadata> positions,
            Map<TopicPartition, Long> ends) {
        var places = positions.entrySet().stream()
                .flatMap(each -> Optional.ofNullable(each.getValue()).stream()
                        .flatMap(position -> Optional.ofNullable(ends.get(each.getKey())).stream()
                                .map(end -> place(each.getKey(), position.offset(), end))))
                .sorted(Comparator.comparing(Place::topic).thenComparing(Place::partition))
                .toList();
        return new Group(
                group.groupId(),
                group.groupState().toString().toLowerCase(Locale.ROOT),
                group.members().size(),
                places.stream().mapToLong(Place::lag).sum(),
                places);
    }

    private static Place place(TopicPartition at, long position, long end) {
        return new Place(at.topic(), at.partition(), position, end, Math.max(0, end - position));
    }

    /** Where partitions end; one whose topic is gone, or that has no leader now, is left out. */
    private Map<TopicPartition, Long> ends(Map<String, Map<TopicPartition, OffsetAndMetadata>> positions) {
        var wanted = positions.values().stream()
                .flatMap(all -> all.keySet().stream())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), each -> OffsetSpec.latest()));
        var found = admin.listOffsets(wanted);
        var ends = new HashMap<TopicPartition, Long>();
        for (var each : wanted.keySet()) {
            try {
                ends.put(each, found.partitionResult(each).get().offset());
            } catch (ExecutionException e) {
                ends.remove(each);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return ends;
    }
}
