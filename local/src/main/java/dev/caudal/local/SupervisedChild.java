package dev.caudal.local;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** One child with its failures in a row. For the supervisor's thread. */
final class SupervisedChild {
    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    private final LocalDirectory folder;
    private final ChildProcess child;
    private final RestartPolicy policy;
    private final Runnable wake;

    private int failures;
    private long upSince = System.nanoTime();
    private boolean down;
    private long nextStart;

    SupervisedChild(LocalDirectory folder, ChildProcess child, RestartPolicy policy, Runnable wake) {
        this.folder = folder;
        this.child = child;
        this.policy = policy;
        this.wake = wake;
        forget();
        listen();
    }

    /** Removes what was written down about its failures. */
    void forget() {
        Trouble.forget(folder, child.name());
    }

    /**
     * Notices whether the child has ended, starts it when its pause is over, forgets failures when it is healthy.
     *
     * @return in how many nanoseconds to look again at the latest
     */
    long look(long otherwise) {
        if (!down && child.isAlive()) {
            forgetWhenHealthy();
            return otherwise;
        }
        if (!down) {
            failed("process %d ended by itself or was killed".formatted(child.pid()));
        }
        if (System.nanoTime() - nextStart >= 0) {
            start();
        }
        return down ? Math.max(1, Math.min(otherwise, nextStart - System.nanoTime())) : otherwise;
    }

    private void start() {
        try {
            child.restart();
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            upSince = System.nanoTime();
            failed(String.valueOf(e.getMessage()));
            return;
        }
        down = false;
        upSince = System.nanoTime();
        listen();
        log(Level.INFO).addKeyValue("pid", child.pid()).log("started again");
    }

    private void failed(String reason) {
        failures = isHealthy() ? 1 : failures + 1;
        down = true;
        var pause = policy.pause(failures);
        nextStart = System.nanoTime() + pause.toNanos();
        boolean needsPerson = policy.needsPerson(failures);
        new Trouble(child.name(), child.port(), failures, Instant.now(), firstLine(reason), needsPerson).write(folder);
        log(needsPerson ? Level.ERROR : Level.WARN)
                .addKeyValue("reason", reason)
                .addKeyValue("pauseMs", pause.toMillis())
                .log(needsPerson ? "keeps failing; trying on" : "failed; starting it again");
    }

    private void forgetWhenHealthy() {
        if (failures > 0 && isHealthy()) {
            failures = 0;
            forget();
        }
    }

    private boolean isHealthy() {
        return Duration.ofNanos(System.nanoTime() - upSince).compareTo(policy.health()) >= 0;
    }

    private void listen() {
        var unused = child.ended().thenRun(wake);
    }

    private LoggingEventBuilder log(Level level) {
        return LOG.atLevel(level).addKeyValue("process", child.name()).addKeyValue("attempt", failures);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
