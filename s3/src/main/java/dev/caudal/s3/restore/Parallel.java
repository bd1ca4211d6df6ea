package dev.caudal.s3.restore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs work for several partitions at once; the first failure ends all. */
final class Parallel {
    private Parallel() {}

    /** Runs all parts on up to {@code threads} threads and returns their results in no order; {@code check} is called now and then. */
    static <T> List<T> run(int threads, List<? extends Callable<T>> parts, Runnable check)
            throws IOException, InterruptedException {
        var pool = pool(threads, parts.size());
        try {
            var completion = new ExecutorCompletionService<T>(pool);
            parts.forEach(completion::submit);
            var results = new ArrayList<T>();
            while (results.size() < parts.size()) {
                var done = completion.poll(1, TimeUnit.SECONDS);
                if (done != null) {
                    results.add(result(done));
                }
                check.run();
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    /** Runs all parts on up to {@code threads} threads and returns their results in the order of the parts. */
    static <T> List<T> inOrder(int threads, List<? extends Callable<T>> parts)
            throws IOException, InterruptedException {
        var pool = pool(threads, parts.size());
        try {
            var results = new ArrayList<T>();
            for (var done : pool.invokeAll(parts)) {
                results.add(result(done));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private static ExecutorService pool(int threads, int parts) {
        return Executors.newFixedThreadPool(Math.max(1, Math.min(threads, parts)));
    }

    private static <T> T result(Future<T> done) throws IOException, InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
