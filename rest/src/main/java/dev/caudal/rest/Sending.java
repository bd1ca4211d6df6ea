package dev.caudal.rest;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.internals.Topic;

/**
 * Sends batches. A producer would wait for a topic or partition that it does not know, on the caller's thread and for each
 * record again; so topics that are not known to exist are looked up first, on a few threads kept for that.
 */
final class Sending implements AutoCloseable {
    private static final int LOOKING_UP = 8;
    private static final int WAITING = 1000;

    private final Producer<byte[], byte[]> producer;
    private final Topics topics;
    private final Answers answers;
    private final ThreadPoolExecutor lookUps = new ThreadPoolExecutor(
            LOOKING_UP, LOOKING_UP, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
                var thread = new Thread(task, "rest-topic-look-up");
                thread.setDaemon(true);
                return thread;
            });

    Sending(Producer<byte[], byte[]> producer, Topics topics, Answers answers) {
        this.producer = producer;
        this.topics = topics;
        this.answers = answers;
        lookUps.allowCoreThreadTimeOut(true);
    }

    /**
     * Sends a batch.
     *
     * @param partition where records go that name none; {@link Batch#ANY} lets Kafka choose
     * @return done, on a thread for answers, when all records are acknowledged or have failed
     * @throws RestError when nothing of it can be sent
     */
    CompletionStage<Production> send(String topic, int partition, Batch batch) {
        validate(topic);
        var partitions = topics.partitions(topic);
        if (partitions.isPresent()) {
            return answers.move(send(topic, partition, batch, partitions.getAsInt()));
        }
        return answers.move(topics.find(topic)
                .thenCompose(found -> found.isPresent()
                        ? send(topic, partition, batch, found.get().partitions().size())
                        : lookUp(topic, partition, batch)));
    }

    @Override
    public void close() {
        lookUps.shutdownNow();
    }

    /**
     * How many partitions a topic has, which is created if the broker does that for topics that somebody asks for.
     *
     * @return fails when there is no such topic
     * @throws RestError when there can be none
     */
    CompletionStage<Integer> partitions(String topic) {
        validate(topic);
        var known = topics.partitions(topic);
        return known.isPresent()
                ? CompletableFuture.completedFuture(known.getAsInt())
                : topics.find(topic)
                        .thenCompose(found -> found.isPresent()
                                ? CompletableFuture.completedFuture(
                                        found.get().partitions().size())
                                : lookUp(topic));
    }

    private static void validate(String topic) {
        try {
            Topic.validate(topic);
        } catch (InvalidTopicException e) {
            throw KafkaErrors.of(e);
        }
    }

    private CompletionStage<Production> lookUp(String topic, int partition, Batch batch) {
        return lookUp(topic)
                .handle((partitions, error) -> error == null
                        ? send(topic, partition, batch, partitions)
                        : notSent(batch, KafkaErrors.cause(error)))
                .thenCompose(stage -> stage);
    }

    private static CompletionStage<Production> notSent(Batch batch, Throwable error) {
        return error instanceof KafkaException
                ? CompletableFuture.completedFuture(Production.failed(batch.size(), error))
                : CompletableFuture.failedFuture(error);
    }

    /** Lets the broker create the topic, if it does that for topics that somebody asks for. */
    private CompletionStage<Integer> lookUp(String topic) {
        var found = new CompletableFuture<Integer>();
        try {
            lookUps.execute(() -> {
                try {
                    found.complete(producer.partitionsFor(topic).size());
                } catch (KafkaException e) {
                    found.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            throw RestError.busy("Too many requests wait for topics that do not exist. Create the topic first.");
        }
        return found;
    }

    private CompletionStage<Production> send(String topic, int partition, Batch batch, int partitions) {
        for (int i = 0; i < batch.size(); i++) {
            if (Math.max(partition, batch.partitionOf(i)) >= partitions) {
                throw RestError.partitionNotFound();
            }
        }
        return Production.send(producer, topic, partition, batch);
    }
}
