package dev.caudal.rest;

import org.apache.kafka.common.TopicPartition;

/** How far a consumer of v1 is in a partition: offsets of the last record that was delivered and committed. */
record ConsumedOffset(String topic, int partition, long consumed, long committed) {

    /** After a commit both are the same. */
    static ConsumedOffset of(TopicPartition partition, long last) {
        return new ConsumedOffset(partition.topic(), partition.partition(), last, last);
    }
}
