package dev.caudal.rest;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * The records of one request on their way to the producer, in their order. The producer never waits ({@code max.block.ms}
 * is 0): what it cannot take, as it does not know the topic or its buffer is full, is offered again by and by, and no
 * thread waits for that. Any thread may use it.
 */
final class Lane {
    private static final Duration UNKNOWN = Duration.ofSeconds(5);
    private static final long LONGEST_PAUSE_MILLIS = 100;

    private final Producer<byte[], byte[]> producer;
    private final Duration patience;
    private final Answers answers;

    /** The lock of all below. */
    private final Deque<Offer> waiting = new ArrayDeque<>();

    private long since;
    private long pauseMillis;

    Lane(Producer<byte[], byte[]> producer, Duration patience, Answers answers) {
        this.producer = producer;
        this.patience = patience;
        this.answers = answers;
    }

    /**
     * Sends a record.
     *
     * @param done is told, on any thread, that it is acknowledged or has failed: by a {@link RestError} when it was never
     *     taken, as then were none of those after it
     */
    void send(ProducerRecord<byte[], byte[]> record, Callback done) {
        var offer = new Offer(record, done);
        synchronized (waiting) {
            boolean first = waiting.isEmpty();
            if (first && offer.isTaken()) {
                return;
            }
            waiting.add(offer);
            if (first) {
                since = System.nanoTime();
                pauseMillis = 5;
                pause();
            }
        }
    }

    /** Why a request fails that waited for the producer in vain. */
    static RestError refusal(TimeoutException why) {
        return isUnknown(why) ? RestError.topicNotFound() : RestError.unavailable(String.valueOf(why.getMessage()));
    }

    /** Whether what failed at first has now waited long enough; a broker that creates topics does it soon. */
    static boolean isOver(Duration waited, Duration patience, TimeoutException why) {
        return waited.compareTo(patience) > 0 || isUnknown(why) && waited.compareTo(UNKNOWN) > 0;
    }

    private static boolean isUnknown(TimeoutException why) {
        return why.getCause() instanceof UnknownTopicOrPartitionException;
    }

    private void pause() {
        CompletableFuture.delayedExecutor(pauseMillis, TimeUnit.MILLISECONDS, answers::execute)
                .execute(this::offerAgain);
        pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, pauseMillis * 2);
    }

    private void offerAgain() {
        synchronized (waiting) {
            while (!waiting.isEmpty()) {
                var next = waiting.element();
                if (!next.isTaken()) {
                    var refusal = next.refusal;
                    if (refusal == null || !isOver(Duration.ofNanos(System.nanoTime() - since), patience, refusal)) {
                        pause();
                    } else {
                        waiting.forEach(each -> each.done.onCompletion(null, refusal(refusal)));
                        waiting.clear();
                    }
                    return;
                }
                waiting.remove();
                since = System.nanoTime();
            }
        }
    }

    private final class Offer implements Callback {
        private final ProducerRecord<byte[], byte[]> record;
        private final Callback done;
        private @Nullable Thread offering;
        private @Nullable TimeoutException refusal;

        private Offer(ProducerRecord<byte[], byte[]> record, Callback done) {
            this.record = record;
            this.done = done;
        }

        private boolean isTaken() {
            refusal = null;
            offering = Thread.currentThread();
            try {
                var unused = producer.send(record, this);
            } catch (KafkaException | IllegalStateException e) {
                // The latter once the producer is closed.
                done.onCompletion(null, e);
            }
            return refusal == null;
        }

        @Override
        public void onCompletion(RecordMetadata metadata, @Nullable Exception error) {
            // A refusal is told at once, on the thread that offers; a taken record's fate on the producer's own.
            if (error instanceof TimeoutException refused && Thread.currentThread() == offering) {
                refusal = refused;
            } else {
                done.onCompletion(metadata, error);
            }
        }
    }
}
