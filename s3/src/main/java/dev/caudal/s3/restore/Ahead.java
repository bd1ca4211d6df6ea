package dev.caudal.s3.restore;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Answers of the bucket in the order of the questions, some of which are asked before their turn: each takes the way to the
 * store and back, which is most of the time of a small one. One thread uses it.
 */
final class Ahead<T> implements AutoCloseable {
    private static final long GRACE_SECONDS = 30;

    private final Iterator<Question<T>> questions;
    private final int most;
    private final long heaviest;
    private final ExecutorService threads;
    private final Queue<Asked<T>> asked = new ArrayDeque<>();
    private @Nullable Question<T> held;
    private long weight;

    /**
     * A question.
     *
     * @param call asks it
     * @param weight what its answer takes of the room for answers that wait
     */
    record Question<T>(Callable<T> call, long weight) {}

    private record Asked<T>(Future<T> answer, long weight) {}

    /** Asks up to {@code most} at once, or fewer if their weights sum up to more than {@code heaviest}; one at least. */
    Ahead(Iterator<Question<T>> questions, int most, long heaviest) {
        this.questions = questions;
        this.most = most;
        this.heaviest = heaviest;
        this.threads = Executors.newFixedThreadPool(most, task -> {
            var thread = new Thread(task, "restore-ahead");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The next answer; empty when there are no more questions. */
    Optional<T> next() throws IOException {
        ask();
        var first = asked.poll();
        if (first == null) {
            return Optional.empty();
        }
        weight -= first.weight();
        var answer = answer(first.answer());
        ask();
        return Optional.of(answer);
    }

    private void ask() {
        while (asked.size() < most) {
            var next = held != null ? held : questions.hasNext() ? questions.next() : null;
            held = next;
            if (next == null || !asked.isEmpty() && weight + next.weight() > heaviest) {
                return;
            }
            held = null;
            asked.add(new Asked<>(threads.submit(next.call()), next.weight()));
            weight += next.weight();
        }
    }

    private static <T> T answer(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RestoreException("Interrupted while the bucket was read.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /** Gives up what was asked; an answer that nobody took is closed if it can be. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (threads.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                asked.stream().filter(each -> each.answer().isDone()).forEach(each -> close(each.answer()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> void close(Future<T> future) {
        try {
            if (future.get() instanceof AutoCloseable answer) {
                answer.close();
            }
        } catch (Exception e) {
            // It failed, which nobody has to know any more.
        }
    }
}
