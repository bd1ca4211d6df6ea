package dev.caudal.rest;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.internals.Topic;

/**
 * Sends batches. Topics that are not known to exist are looked up first, so that records for none are refused as a whole.
 * No thread waits for that, nor for the producer.
 */
final class Sending {
    private static final int MOST_LOOK_UPS = 1000;
    private static final int PAUSE_MILLIS = 100;

    private final Producer<byte[], byte[]> producer;
    private final Duration patience;
    private final Topics topics;
    private final Answers answers;
    private final AtomicInteger lookUps = new AtomicInteger();

    Sending(Producer<byte[], byte[]> producer, Duration patience, Topics topics, Answers answers) {
        this.producer = producer;
        this.patience = patience;
        this.topics = topics;
        this.answers = answers;
    }

    /**
     * Sends a batch.
     *
     * @param partition where records go that name none; {@link Batch#ANY} lets Kafka choose
     * @return done, on a thread for answers, when all records are acknowledged or have failed; fails when none could be
     *     sent
     * @throws RestError when nothing of it can be sent
     */
    CompletionStage<Production> send(String topic, int partition, Batch batch) {
        validate(topic);
        var known = topics.partitions(topic);
        return answers.move(
                known.isPresent()
                        ? send(topic, partition, batch, known.getAsInt())
                        : partitions(topic).thenCompose(found -> send(topic, partition, batch, found)));
    }

    /** The way of the records of one request. */
    Lane lane() {
        return new Lane(producer, patience, answers);
    }

    /**
     * How many partitions a topic has, which is created if the broker does that for topics that somebody asks for.
     *
     * @return fails when there is no such topic, or the cluster is away
     * @throws RestError when there can be none
     */
    CompletionStage<Integer> partitions(String topic) {
        validate(topic);
        var known = topics.partitions(topic);
        if (known.isPresent()) {
            return CompletableFuture.completedFuture(known.getAsInt());
        }
        return topics.find(topic)
                .handle((found, error) -> {
                    if (error != null) {
                        return CompletableFuture.<Integer>failedFuture(refusal(KafkaErrors.cause(error)));
                    }
                    return found.isPresent()
                            ? CompletableFuture.completedFuture(
                                    found.get().partitions().size())
                            : lookUp(topic);
                })
                .thenCompose(Function.identity());
    }

    private static void validate(String topic) {
        try {
            Topic.validate(topic);
        } catch (InvalidTopicException e) {
            throw KafkaErrors.of(e);
        }
    }

    private static Throwable refusal(Throwable error) {
        return error instanceof RetriableException ? RestError.unavailable(String.valueOf(error.getMessage())) : error;
    }

    /** Lets the broker create the topic, if it does that for topics that somebody asks for. */
    private CompletableFuture<Integer> lookUp(String topic) {
        if (lookUps.incrementAndGet() > MOST_LOOK_UPS) {
            lookUps.decrementAndGet();
            return CompletableFuture.failedFuture(RestError.busy(
                    "%d requests wait for topics that do not exist. Create the topic first.".formatted(MOST_LOOK_UPS)));
        }
        var found = new CompletableFuture<Integer>();
        lookUp(topic, System.nanoTime(), found);
        return found.whenComplete((partitions, error) -> lookUps.decrementAndGet());
    }

    private void lookUp(String topic, long since, CompletableFuture<Integer> found) {
        try {
            found.complete(producer.partitionsFor(topic).size());
        } catch (TimeoutException e) {
            if (Lane.isOver(Duration.ofNanos(System.nanoTime() - since), patience, e)) {
                found.completeExceptionally(RestError.topicNotFound());
            } else {
                CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS, answers::execute)
                        .execute(() -> lookUp(topic, since, found));
            }
        } catch (KafkaException e) {
            found.completeExceptionally(e);
        }
    }

    private CompletionStage<Production> send(String topic, int partition, Batch batch, int partitions) {
        for (int i = 0; i < batch.size(); i++) {
            if (Math.max(partition, batch.partitionOf(i)) >= partitions) {
                return CompletableFuture.failedFuture(RestError.partitionNotFound());
            }
        }
        return Production.send(lane(), topic, partition, batch);
    }
}
