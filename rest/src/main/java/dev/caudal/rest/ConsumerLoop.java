package dev.caudal.rest;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of one Kafka consumer, which only it may touch. It does what it is told, one thing after the other, and
 * between these takes turns of its own. A task that comes while it waits for records wakes it.
 */
final class ConsumerLoop {
    private static final Logger LOG = LoggerFactory.getLogger(ConsumerLoop.class);

    private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer;
    private final Object gate = new Object();
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private boolean polling;
    private boolean woken;
    private boolean stopping;
    private boolean ended;

    ConsumerLoop(org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /**
     * Begins.
     *
     * @param name of the thread
     * @param turn what to do again and again; it waits in {@link #poll} or {@link #rest}
     * @param end what to do at last
     */
    void start(String name, Runnable turn, Runnable end) {
        var thread = new Thread(null, () -> run(turn, end), name, 256 * 1024);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Tells it to do something; any thread may.
     *
     * @return whether it will
     */
    boolean submit(Runnable task) {
        synchronized (gate) {
            if (stopping) {
                return false;
            }
            tasks.add(task);
            wake();
            return true;
        }
    }

    /** Lets it end after what it has been told; any thread may. */
    void stop() {
        synchronized (gate) {
            stopping = true;
            wake();
        }
    }

    /** Waits until it has ended. */
    boolean await(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        synchronized (gate) {
            while (!ended && System.nanoTime() - end < 0) {
                try {
                    gate.wait(50);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return ended;
                }
            }
            return ended;
        }
    }

    /** For its own thread: waits for records until they, the limit or a task come. */
    void poll(Duration limit, Consumer<Iterable<ConsumerRecord<byte[], byte[]>>> fetched) {
        boolean busy;
        synchronized (gate) {
            busy = !tasks.isEmpty() || stopping;
            polling = !busy;
        }
        boolean thrown = false;
        try {
            fetched.accept(consumer.poll(busy ? Duration.ZERO : limit));
        } catch (WakeupException e) {
            thrown = true;
        } finally {
            if (endPolling() && !thrown) {
                // It came too late for this call and would break the next one.
                fetched.accept(swallowWakeup());
            }
        }
    }

    /** For its own thread: waits for a task, as there is nothing to poll for. */
    void rest(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        synchronized (gate) {
            while (tasks.isEmpty() && !stopping && System.nanoTime() - end < 0) {
                try {
                    gate.wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
                } catch (InterruptedException e) {
                    stopping = true;
                }
            }
        }
    }

    private void run(Runnable turn, Runnable end) {
        try {
            while (!isStopped()) {
                runTasks();
                turn.run();
            }
        } catch (RuntimeException | Error e) {
            LOG.atError().setCause(e).log("a consumer ended for an unforeseen reason");
        } finally {
            stop();
            try {
                runTasks();
                end.run();
            } finally {
                synchronized (gate) {
                    ended = true;
                    gate.notifyAll();
                }
            }
        }
    }

    private boolean isStopped() {
        synchronized (gate) {
            return stopping && tasks.isEmpty();
        }
    }

    private void runTasks() {
        for (var task = next(); task != null; task = next()) {
            task.run();
        }
    }

    private @Nullable Runnable next() {
        synchronized (gate) {
            return tasks.poll();
        }
    }

    private void wake() {
        if (polling && !woken) {
            woken = true;
            consumer.wakeup();
        }
        gate.notifyAll();
    }

    private boolean endPolling() {
        synchronized (gate) {
            polling = false;
            boolean was = woken;
            woken = false;
            return was;
        }
    }

    private ConsumerRecords<byte[], byte[]> swallowWakeup() {
        try {
            return consumer.poll(Duration.ZERO);
        } catch (WakeupException e) {
            return ConsumerRecords.empty();
        }
    }
}
