package dev.caudal.cluster;

import dev.caudal.local.LocalServerException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread of a cluster, which makes its brokers be as the definition says. */
final class ClusterWork {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterWork.class);
    private static final int CREATE_ATTEMPTS = 2;
    private static final long LONGEST_PAUSE_SECONDS = 30;
    private static final RandomGenerator RANDOM = RandomGenerator.getDefault();

    private final Cluster cluster;
    private final Fleet fleet;
    private final Clock clock;
    private final Runnable forget;
    private final ChangeWork changes;
    private final ScheduledExecutorService thread;
    private volatile boolean closed;
    private int failures;

    /** {@code forget} removes what is left of a cluster without brokers. */
    ClusterWork(Cluster cluster, Fleet fleet, Clock clock, Runnable forget) {
        this.cluster = cluster;
        this.fleet = fleet;
        this.clock = clock;
        this.forget = forget;
        this.changes = new ChangeWork(cluster, fleet);
        this.thread = Executors.newSingleThreadScheduledExecutor(
                work -> new Thread(work, "cluster-" + cluster.definition().arn().name()));
    }

    /** Begins or goes on with what the definition says. */
    void wake() {
        thread.execute(this::work);
    }

    /** Ends the work, then the brokers. */
    void close() {
        closed = true;
        thread.shutdownNow();
        boolean interrupted = false;
        try {
            if (!thread.awaitTermination(2, TimeUnit.MINUTES)) {
                LOG.atError().addKeyValue("cluster", name()).log("its work did not end in time");
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        fleet.stopAll();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        var definition = cluster.definition();
        try {
            switch (definition.state()) {
                case CREATING -> create(definition);
                case ACTIVE -> fleet.start(definition.nodes());
                case REBOOTING_BROKER, UPDATING -> change(definition);
                case DELETING -> deleteAll(definition);
                case FAILED, HEALING -> {}
            }
            failures = 0;
        } catch (LocalServerException e) {
            if (!closed) {
                tryAgain(e);
            }
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.atError().addKeyValue("cluster", name()).setCause(e).log("the work on a cluster failed");
                tryAgain(e);
            }
        }
    }

    private void create(Definition definition) {
        try {
            fleet.start(definition.nodes());
        } catch (LocalServerException e) {
            if (closed || failures + 1 < CREATE_ATTEMPTS) {
                throw e;
            }
            fleet.stopAll();
            cluster.edit(now -> now.failed(reason(e)));
            return;
        }
        cluster.edit(now -> now.in(ClusterState.ACTIVE));
    }

    private void change(Definition definition) {
        var change = definition.open().orElseThrow().change();
        Optional<String> failure = Optional.empty();
        try {
            changes.carryOut(change);
        } catch (LocalServerException | ApiError e) {
            if (closed) {
                return;
            }
            failure = Optional.of(reason(e));
            changes.undo(change);
        }
        var why = failure;
        cluster.edit(now -> now.end(clock.instant(), why, RANDOM));
        if (failure.isPresent()) {
            wake();
        }
    }

    private void deleteAll(Definition definition) {
        fleet.destroyAll(definition);
        forget.run();
        thread.shutdown();
        LOG.atInfo().addKeyValue("cluster", name()).log("deleted");
    }

    private void tryAgain(RuntimeException error) {
        failures++;
        long pause = Math.min(LONGEST_PAUSE_SECONDS, 1L << Math.min(failures - 1, 5));
        LOG.atWarn()
                .addKeyValue("cluster", name())
                .addKeyValue("attempt", failures)
                .addKeyValue("reason", reason(error))
                .log("trying again");
        fleet.remember(reason(error));
        var unused = thread.schedule(this::work, pause, TimeUnit.SECONDS);
    }

    private ClusterName name() {
        return cluster.definition().arn().name();
    }

    private static String reason(RuntimeException error) {
        return String.valueOf(error.getMessage()).lines().findFirst().orElse("");
    }
}
