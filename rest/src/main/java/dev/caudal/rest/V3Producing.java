package dev.caudal.rest;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Sends records one by one. Any thread may call it. */
final class V3Producing {
    private final V3Kafka kafka;
    private final Sending sending;
    private final Topics topics;
    private final Answers answers;
    private final Rates rates;

    V3Producing(V3Kafka kafka, Sending sending, Topics topics, Answers answers, Rates rates) {
        this.kafka = kafka;
        this.sending = sending;
        this.topics = topics;
        this.answers = answers;
        this.rates = rates;
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

    /** The way of the records of one request. */
    Lane lane() {
        return sending.lane();
    }

    /**
     * Counts a record of a stream.
     *
     * @throws RestError when it comes too fast
     */
    void count(int bytes) {
        rates.write(bytes);
    }

    void execute(Runnable task) {
        answers.execute(task);
    }
}
