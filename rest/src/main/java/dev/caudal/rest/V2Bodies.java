package dev.caudal.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The bodies of what consumers of v2 do. */
final class V2Bodies {
    private V2Bodies() {}

    private static TopicPartition place(@Nullable String topic, int partition) {
        if (topic == null) {
            throw RestError.invalid("topic may not be null (was null)");
        }
        return new TopicPartition(topic, partition);
    }

    private static <T> Stream<T> entries(String name, @Nullable List<T> list) {
        var entries = Optional.ofNullable(list).orElse(List.of());
        if (entries.stream().anyMatch(Objects::isNull)) {
            throw RestError.invalid(name + " may not contain null");
        }
        return entries.stream();
    }

    /** Which topics to read: their names, or a pattern of them. */
    record Subscription(
            @Nullable List<String> topics,
            @JsonProperty("topic_pattern") @Nullable String pattern) {
        /** The names, none of them missing. */
        List<String> names() {
            return entries("topics", topics).toList();
        }
    }

    /** The topics that are read. */
    record Topics(List<String> topics) {}

    /** A partition. */
    record Partition(@Nullable String topic, int partition) {
        static Partition of(TopicPartition partition) {
            return new Partition(partition.topic(), partition.partition());
        }

        TopicPartition toKafka() {
            return place(topic, partition);
        }
    }

    /** Partitions. */
    record Partitions(@Nullable List<Partition> partitions) {
        List<TopicPartition> toKafka() {
            if (partitions == null) {
                throw RestError.invalid("partitions may not be null (was null)");
            }
            return entries("partitions", partitions).map(Partition::toKafka).toList();
        }
    }

    /** A place in a partition. */
    record Offset(
            @Nullable String topic,
            int partition,
            long offset,
            @Nullable String metadata) {
        TopicPartition toKafka() {
            return place(topic, partition);
        }
    }

    /** A moment in a partition. */
    record Timestamp(
            @Nullable String topic,
            int partition,
            @Nullable String timestamp,
            @Nullable String metadata) {
        TopicPartition toKafka() {
            return place(topic, partition);
        }

        long toMillis() {
            if (timestamp == null) {
                throw RestError.invalid("timestamp may not be null (was null)");
            }
            try {
                return timestamp.endsWith("Z")
                        ? Instant.parse(timestamp).toEpochMilli()
                        : OffsetDateTime.parse(timestamp).toInstant().toEpochMilli();
            } catch (DateTimeException e) {
                throw RestError.badRequest(
                        "timestamp is %s, which is no time like 2026-01-31T12:00:00Z.".formatted(timestamp));
            }
        }
    }

    /** Places to commit or to read on from. */
    record Offsets(@Nullable List<Offset> offsets, @Nullable List<Timestamp> timestamps) {
        Map<TopicPartition, Long> places(int more) {
            return entries("offsets", offsets)
                    .collect(Collectors.toMap(Offset::toKafka, each -> each.offset() + more, (one, other) -> other));
        }

        Map<TopicPartition, Long> moments() {
            return entries("timestamps", timestamps)
                    .collect(Collectors.toMap(Timestamp::toKafka, Timestamp::toMillis, (one, other) -> other));
        }
    }

    /** What is committed. */
    record Committed(List<Offset> offsets) {}
}
