package dev.caudal.rest;

import java.util.Optional;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a group is behind in a partition.
 *
 * @param place the partition
 * @param consumer who reads it; empty when nobody does
 * @param current the group's committed offset
 * @param end the offset of the next committed record to come
 */
record V3Lag(TopicPartition place, Optional<MemberDescription> consumer, long current, long end) {

    /** How many offsets lie between; what was committed beyond the end counts as none. */
    long lag() {
        return Math.max(0, end - current);
    }

    String consumerId() {
        return consumer.map(MemberDescription::consumerId).orElse("");
    }

    String clientId() {
        return consumer.map(MemberDescription::clientId).orElse("");
    }

    Optional<String> instanceId() {
        return consumer.flatMap(MemberDescription::groupInstanceId);
    }

    static V3Path path(V3Path cluster, String group, TopicPartition place) {
        return cluster.group(group).child("lags", "lag", place.topic()).partition(place.partition());
    }

    V3Entity entity(V3Path cluster, String group) {
        return V3Entity.of("KafkaConsumerLag", path(cluster, group, place))
                .with("consumer_group_id", group)
                .with("topic_name", place.topic())
                .with("partition_id", place.partition())
                .with("consumer_id", consumerId())
                .with("instance_id", instanceId().orElse(null))
                .with("client_id", clientId())
                .with("current_offset", current)
                .with("log_end_offset", end)
                .with("lag", lag());
    }
}
