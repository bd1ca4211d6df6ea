package dev.caudal.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The bodies of what consumers of v2 do. */
final class V2Bodies {
    private V2Bodies() {}

    /** Which topics to read: their names, or a pattern of them. */
    record Subscription(
            @Nullable List<String> topics,
            @JsonProperty("topic_pattern") @Nullable String pattern) {}

    /** The topics that are read. */
    record Topics(List<String> topics) {}

    /** A partition. */
    record Partition(String topic, int partition) {
        static Partition of(TopicPartition partition) {
            return new Partition(partition.topic(), partition.partition());
        }

        TopicPartition toKafka() {
            return new TopicPartition(topic, partition);
        }
    }

    /** Partitions. */
    record Partitions(@Nullable List<Partition> partitions) {
        List<TopicPartition> toKafka() {
            if (partitions == null) {
                throw RestError.invalid("partitions may not be null (was null)");
            }
            return partitions.stream().map(Partition::toKafka).toList();
        }
    }

    /** A place in a partition. */
    record Offset(
            String topic,
            int partition,
            long offset,
            @Nullable String metadata) {
        TopicPartition toKafka() {
            return new TopicPartition(topic, partition);
        }
    }

    /** A moment in a partition. */
    record Timestamp(
            String topic,
            int partition,
            String timestamp,
            @Nullable String metadata) {
        TopicPartition toKafka() {
            return new TopicPartition(topic, partition);
        }

        long toMillis() {
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
            return Optional.ofNullable(offsets).orElse(List.of()).stream()
                    .collect(Collectors.toMap(Offset::toKafka, each -> each.offset() + more, (one, other) -> other));
        }

        Map<TopicPartition, Long> moments() {
            return Optional.ofNullable(timestamps).orElse(List.of()).stream()
                    .collect(Collectors.toMap(Timestamp::toKafka, Timestamp::toMillis, (one, other) -> other));
        }
    }

    /** What is committed. */
    record Committed(List<Offset> offsets) {}
}
