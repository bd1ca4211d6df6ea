package dev.caudal.rest;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record to be sent.
 *
 * @param id its name in a batch; empty elsewhere
 * @param partition where it goes; {@link Batch#ANY} lets Kafka choose
 * @param timestamp in milliseconds since 1970; null: when it is sent
 */
record V3Record(String id, int partition, @Nullable Long timestamp, List<Header> headers, Data key, Data value) {

    /**
     * A key or value.
     *
     * @param type as the client named it; empty for null
     */
    record Data(String type, byte @Nullable [] bytes) {
        static final Data NULL = new Data("", null);
    }

    /**
     * Sends it, to a topic that exists.
     *
     * @param partitions how many the topic has
     * @return done, on any thread, when it is acknowledged or has failed
     */
    CompletionStage<RecordMetadata> send(Lane lane, String topic, int partitions) {
        var sent = new CompletableFuture<RecordMetadata>();
        if (partition >= partitions) {
            sent.completeExceptionally(RestError.partitionNotFound());
            return sent;
        }
        var record = new ProducerRecord<byte[], byte[]>(
                topic, partition == Batch.ANY ? null : partition, timestamp, key.bytes(), value.bytes(), headers);
        lane.send(record, (metadata, error) -> {
            if (error == null) {
                sent.complete(metadata);
            } else {
                sent.completeExceptionally(error);
            }
        });
        return sent;
    }
}
