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
        // Kafka's own futures let nobody set a limit.
        var ready = new CompletableFuture<T>();
        var unused = found.whenComplete((value, error) -> {
            if (error == null) {
                ready.complete(value);
            } else {
                ready.completeExceptionally(error);
            }
        });
        return ready.thenApplyAsync(answer, threads);
    }

    /** An answer that some other thread will have ready. */
    <T> CompletionStage<T> move(CompletionStage<T> ready) {
        return ready.thenApplyAsync(Function.identity(), threads);
    }

    void execute(Runnable task) {
        threads.execute(task);
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
