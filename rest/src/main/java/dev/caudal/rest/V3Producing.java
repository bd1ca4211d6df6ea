package dev.caudal.rest;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Sends records one by one. Any thread may call it. */
final class V3Producing {
    private final V3Kafka kafka;
    private final Producer<byte[], byte[]> producer;
    private final Sending sending;
    private final Topics topics;
    private final Answers answers;

    V3Producing(V3Kafka kafka, Producer<byte[], byte[]> producer, Sending sending, Topics topics, Answers answers) {
        this.kafka = kafka;
        this.producer = producer;
        this.sending = sending;
        this.topics = topics;
        this.answers = answers;
    }

    /** The id, when that is the cluster's; else fails with 404. */
    CompletionStage<String> cluster(String id) {
        return kafka.serving(id);
    }

    /** How many partitions a topic has, which the broker may create for this; fails when there is none. */
    CompletionStage<Integer> prepare(String topic) {
        try {
            return sending.partitions(topic);
        } catch (RestError error) {
            return CompletableFuture.failedFuture(error);
        }
    }

    /** Whether it is known at this moment how many partitions a topic has. */
    boolean isKnown(String topic) {
        return topics.partitions(topic).isPresent();
    }

    /** How many partitions a topic has, as known, or as the cluster says; fails when there is none. */
    CompletionStage<Integer> look(String topic) {
        return topics.describe(topic).thenApply(found -> found.partitions().size());
    }

    /** How many partitions a topic has that {@link #isKnown}; none when that was just forgotten. */
    int partitions(String topic) {
        return topics.partitions(topic).orElse(0);
    }

    /** Sends a record; done on a thread of the producer. */
    CompletionStage<RecordMetadata> send(String topic, int partitions, V3Record record) {
        return record.send(producer, topic, partitions);
    }

    void execute(Runnable task) {
        answers.execute(task);
    }
}
