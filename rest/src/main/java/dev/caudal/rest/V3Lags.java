package dev.caudal.rest;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** How far consumer groups are behind. */
final class V3Lags {
    private final V3Kafka kafka;
    private final V3Groups groups;
    private final V3Topics topics;

    V3Lags(V3Kafka kafka, V3Groups groups, V3Topics topics) {
        this.kafka = kafka;
        this.groups = groups;
        this.topics = topics;
    }

    /**
     * The partitions in which a group has committed, in the order of topics and partitions, without those that do not
     * exist any more; fails with 404 when there is no such group.
     */
    CompletionStage<List<V3Lag>> of(String group) {
        return groups.one(group)
                .thenCompose(found -> committed(group)
                        .thenCompose(committed -> ends(committed).thenApply(ends -> lags(found, committed, ends))));
    }

    private CompletionStage<Map<TopicPartition, Long>> committed(String group) {
        var asked = kafka.admin()
                .listConsumerGroupOffsets(group, kafka.inTime(new ListConsumerGroupOffsetsOptions()))
                .partitionsToOffsetAndMetadata();
        return kafka.ask(asked)
                .thenCompose(offsets -> topics.sizes(offsets.keySet().stream()
                                .map(TopicPartition::topic)
                                .collect(Collectors.toSet()))
                        .thenApply(sizes -> existing(offsets, sizes)));
    }

    /** Of partitions that are gone, nobody would say where they end. */
    private static Map<TopicPartition, Long> existing(
            Map<TopicPartition, OffsetAndMetadata> offsets, Map<String, Integer> sizes) {
        var existing = new HashMap<TopicPartition, Long>();
        offsets.forEach((place, offset) -> {
            if (offset != null && place.partition() < sizes.getOrDefault(place.topic(), 0)) {
                existing.put(place, offset.offset());
            }
        });
        return existing;
    }

    private CompletionStage<Map<TopicPartition, ListOffsetsResultInfo>> ends(Map<TopicPartition, Long> committed) {
        var wanted = committed.keySet().stream()
                .collect(Collectors.toMap(Function.identity(), place -> OffsetSpec.latest()));
        var options = kafka.inTime(new ListOffsetsOptions(IsolationLevel.READ_COMMITTED));
        return kafka.ask(kafka.admin().listOffsets(wanted, options).all());
    }

    private static List<V3Lag> lags(
            ConsumerGroupDescription group,
            Map<TopicPartition, Long> committed,
            Map<TopicPartition, ListOffsetsResultInfo> ends) {
        return ends.entrySet().stream()
                .map(end -> new V3Lag(
                        end.getKey(),
                        reader(group, end.getKey()),
                        committed.getOrDefault(end.getKey(), 0L),
                        end.getValue().offset()))
                .sorted(Comparator.comparing((V3Lag lag) -> lag.place().topic())
                        .thenComparing(lag -> lag.place().partition()))
                .toList();
    }

    private static Optional<MemberDescription> reader(ConsumerGroupDescription group, TopicPartition place) {
        return group.members().stream()
                .filter(member -> member.assignment().topicPartitions().contains(place))
                .findFirst();
    }
}
