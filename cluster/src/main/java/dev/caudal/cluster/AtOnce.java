package dev.caudal.cluster;

import dev.caudal.local.LocalServerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Work on several brokers at the same time. */
final class AtOnce {
    private AtOnce() {}

    /** Does something to several brokers at the same time; the first failure is thrown when all are through. */
    static void run(List<Broker> brokers, Consumer<Broker> action) {
        if (brokers.isEmpty()) {
            return;
        }
        var threads = Executors.newFixedThreadPool(brokers.size());
        try {
            var all = new ArrayList<Future<?>>();
            brokers.forEach(broker -> all.add(threads.submit(() -> action.accept(broker))));
            Optional<RuntimeException> failure = Optional.empty();
            for (var each : all) {
                var thrown = await(each);
                failure = failure.isPresent() ? failure : thrown;
            }
            if (failure.isPresent()) {
                throw failure.get();
            }
        } finally {
            end(threads);
        }
    }

    private static Optional<RuntimeException> await(Future<?> work) {
        try {
            work.get();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(
                    e.getCause() instanceof RuntimeException cause
                            ? cause
                            : new LocalServerException(String.valueOf(e.getCause()), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalServerException("Interrupted while brokers started or stopped.", e);
        }
    }

    /** Nothing may come up after this: a start that is interrupted stops its process. */
    private static void end(ExecutorService threads) {
        threads.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            if (!threads.awaitTermination(60, TimeUnit.SECONDS)) {
                throw new LocalServerException("A broker still starts or stops 60 s after it was told not to.");
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
