package dev.caudal.cluster;

import dev.caudal.local.LocalDirectory;
import dev.caudal.local.LocalServerException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A cluster that lives: its definition, and one thread that makes the brokers be as it says. What is asked for is
 * written down first and done by that thread, which begins with what a killed platform had left.
 *
 * <p>Any thread may call it.
 */
final class Cluster {
    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final int CREATE_ATTEMPTS = 2;
    private static final long LONGEST_PAUSE_SECONDS = 30;
    private static final RandomGenerator RANDOM = RandomGenerator.getDefault();

    private final Definitions files;
    private final Fleet fleet;
    private final Clock clock;
    private final Runnable gone;
    private final ScheduledExecutorService thread;
    private volatile Definition definition;
    private volatile boolean closed;
    private int failures;

    /** A cluster whose definition is already written; {@code gone} is called when it was deleted. */
    Cluster(Definition definition, Definitions files, LocalDirectory folder, Clock clock, Runnable gone) {
        this.definition = definition;
        this.files = files;
        this.fleet = new Fleet(folder, files, this::definition);
        this.clock = clock;
        this.gone = gone;
        this.thread = Executors.newSingleThreadScheduledExecutor(
                work -> new Thread(work, "cluster-" + definition.arn().name()));
    }

    Definition definition() {
        return definition;
    }

    /** Its state now, which is {@code HEALING} while a broker of an active cluster does not serve. */
    ClusterState state() {
        var stored = definition;
        return stored.state() == ClusterState.ACTIVE && !fleet.servesAll(stored)
                ? ClusterState.HEALING
                : stored.state();
    }

    /** What is wrong, for people; empty when nothing is. */
    Optional<String> trouble() {
        return definition
                .reason()
                .or(() -> state() == ClusterState.HEALING ? fleet.trouble(definition) : Optional.empty());
    }

    /** Begins or goes on with what the definition says. */
    void wake() {
        thread.execute(this::work);
    }

    /** Replaces what needs no work: tags. */
    synchronized void edit(UnaryOperator<Definition> change) {
        store(change.apply(definition));
    }

    /**
     * Begins a change of an active cluster; {@code first} is what its definition has from now on.
     *
     * @throws ApiError when another version is current, or another change under way
     */
    synchronized Operation begin(Optional<String> version, Change change, UnaryOperator<Definition> first) {
        checkVersion(version);
        var state = state();
        if (state != ClusterState.ACTIVE) {
            throw ApiError.badRequest(
                    "clusterArn", "The cluster is in the state %s; a change needs ACTIVE.".formatted(state));
        }
        var operation = Operation.begin(change, clock.instant());
        store(first.apply(definition).begin(operation));
        wake();
        return operation;
    }

    /** Begins to delete the cluster. */
    synchronized void delete(Optional<String> version) {
        checkVersion(version);
        var state = state();
        if (!state.isSettled()) {
            throw ApiError.badRequest(
                    "clusterArn",
                    "The cluster is in the state %s; it can be deleted in ACTIVE, HEALING and FAILED."
                            .formatted(state));
        }
        store(definition.in(ClusterState.DELETING));
        wake();
    }

    /** Stops the work and the brokers; the definition stays, and the next platform goes on. */
    void close() {
        closed = true;
        thread.shutdownNow();
        boolean interrupted = false;
        try {
            if (!thread.awaitTermination(2, TimeUnit.MINUTES)) {
                LOG.atError().addKeyValue("cluster", definition.arn().name()).log("its work did not end in time");
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        fleet.stopAll();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void checkVersion(Optional<String> version) {
        if (version.isPresent() && !version.get().equals(definition.version().text())) {
            throw ApiError.badRequest(
                    "currentVersion",
                    "The version of the cluster isn't current. Check the current version and try again.");
        }
    }

    private synchronized void store(Definition next) {
        files.write(next);
        if (next.state() != definition.state()) {
            log(next.state());
        }
        definition = next;
    }

    private void work() {
        try {
            switch (definition.state()) {
                case CREATING -> create();
                case ACTIVE -> fleet.start(definition.nodes());
                case REBOOTING_BROKER, UPDATING -> change();
                case DELETING -> deleteAll();
                case FAILED, HEALING -> {}
            }
            failures = 0;
        } catch (LocalServerException e) {
            if (!closed) {
                tryAgain(e);
            }
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.atError()
                        .addKeyValue("cluster", definition.arn().name())
                        .setCause(e)
                        .log("the work on a cluster failed");
                tryAgain(e);
            }
        }
    }

    private void create() {
        try {
            fleet.start(definition.nodes());
        } catch (LocalServerException e) {
            if (closed || failures + 1 < CREATE_ATTEMPTS) {
                throw e;
            }
            fleet.stopAll();
            store(definition.failed(reason(e)));
            return;
        }
        store(definition.in(ClusterState.ACTIVE));
    }

    private void change() {
        var operation = definition.open().orElseThrow();
        Optional<String> failure = Optional.empty();
        try {
            carryOut(operation.change());
        } catch (LocalServerException | ApiError e) {
            if (closed) {
                return;
            }
            failure = Optional.of(reason(e));
            undo(operation.change());
        }
        store(definition.end(clock.instant(), failure, RANDOM));
        if (failure.isPresent()) {
            wake();
        }
    }

    private void carryOut(Change change) {
        if (change instanceof Change.Reboot reboot) {
            fleet.reboot(definition, reboot.broker());
        } else if (change instanceof Change.Resize resize && resize.to() < resize.from()) {
            fleet.retire(definition, resize.to());
            synchronized (this) {
                store(definition.without(node -> node.number() > resize.to()));
            }
        } else {
            fleet.start(definition.nodes());
        }
    }

    /** Brokers that did not come up are taken away again. */
    private void undo(Change change) {
        if (change instanceof Change.Resize resize && resize.to() > resize.from()) {
            fleet.remove(definition, resize.from());
            synchronized (this) {
                store(definition.without(node -> node.number() > resize.from()));
            }
        }
    }

    private void deleteAll() {
        fleet.destroyAll(definition);
        files.delete(definition);
        gone.run();
        thread.shutdown();
        LOG.atInfo().addKeyValue("cluster", definition.arn().name()).log("deleted");
    }

    private void tryAgain(RuntimeException error) {
        failures++;
        long pause = Math.min(LONGEST_PAUSE_SECONDS, 1L << Math.min(failures - 1, 5));
        LOG.atWarn()
                .addKeyValue("cluster", definition.arn().name())
                .addKeyValue("attempt", failures)
                .addKeyValue("reason", reason(error))
                .log("trying again");
        fleet.remember(reason(error));
        var unused = thread.schedule(this::work, pause, TimeUnit.SECONDS);
    }

    private void log(ClusterState state) {
        LOG.atInfo()
                .addKeyValue("cluster", definition.arn().name())
                .addKeyValue("state", state)
                .log("cluster");
    }

    private static String reason(RuntimeException error) {
        return String.valueOf(error.getMessage()).lines().findFirst().orElse("");
    }
}
