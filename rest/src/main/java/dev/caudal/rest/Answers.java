package dev.caudal.rest;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.apache.kafka.common.KafkaFuture;

/**
 * The threads on which answers are written that were not ready at once. A slow client holds one of them, and never a
 * thread of a Kafka client or a consumer. There are no more of them than answers being written.
 */
final class Answers implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "rest-answer");
        thread.setDaemon(true);
        return thread;
    });

    /** An answer made of what an admin client will find. */
    <T, R> CompletionStage<R> when(KafkaFuture<T> found, Function<? super T, ? extends R> answer) {
        return found.toCompletionStage().thenApplyAsync(answer, threads);
    }

    /** An answer whose making takes longer than a request's own thread should wait. */
    <R> CompletionStage<R> later(java.util.concurrent.Callable<R> answer) {
        var stage = new CompletableFuture<R>();
        threads.execute(() -> {
            try {
                stage.complete(answer.call());
            } catch (Exception e) {
                stage.completeExceptionally(e);
            }
        });
        return stage;
    }

    void execute(Runnable task) {
        threads.execute(task);
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
