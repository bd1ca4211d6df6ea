package dev.caudal.local;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps children running: one that ends is started again on its data and port, after a pause that grows with each
 * failure in a row (1 s, 2 s, 4 s, 8 s, then every 30 s). Failures are forgotten after a minute of health; until then
 * {@link Trouble} tells of them.
 *
 * <p>One thread of its own does all of it. Close the supervisor before stopping the children.
 */
public final class Supervisor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    /** An adopted child's end may go unnoticed where nobody collects ended processes, so it is also looked for. */
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long PATIENCE_MILLIS = 60_000;

    private final Semaphore bell = new Semaphore(0);
    private final List<SupervisedChild> children;
    private final Thread thread = new Thread(this::supervise, "supervisor");
    private volatile boolean closed;

    Supervisor(LocalDirectory folder, List<ChildProcess> children, RestartPolicy policy) {
        this.children = children.stream()
                .map(child -> new SupervisedChild(folder, child, policy, bell::release))
                .toList();
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Begins to supervise.
     *
     * @param folder the platform's folder
     * @param children serving children of that folder
     * @return the supervisor, to be closed before the children are stopped
     */
    public static Supervisor of(LocalDirectory folder, List<ChildProcess> children) {
        return new Supervisor(folder, children, RestartPolicy.USUAL);
    }

    /** Ends supervision: after it no child is started; one that was just starting is stopped or left recorded. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        boolean interrupted = false;
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (thread.isAlive()) {
            LOG.atError().log("supervision did not end in time");
        }
        children.forEach(SupervisedChild::forget);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void supervise() {
        while (!closed) {
            long wait = look();
            try {
                bell.tryAcquire(wait, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                return;
            }
            bell.drainPermits();
        }
    }

    private long look() {
        long wait = LOOK_NANOS;
        try {
            for (var child : children) {
                wait = child.look(wait);
            }
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.atError().setCause(e).log("supervision goes on after an error");
            }
        }
        return wait;
    }
}
