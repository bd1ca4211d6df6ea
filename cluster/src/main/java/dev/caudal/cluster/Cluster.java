package dev.caudal.cluster;

import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A cluster that lives: its definition, and the work that makes the brokers be as it says. What is asked for is written
 * down first and done then, beginning with what a killed platform had left.
 *
 * <p>Any thread may call it.
 */
final class Cluster {
    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

    private final Definitions files;
    private final Clock clock;
    private final Fleet fleet;
    private final ClusterWork work;
    private volatile Definition definition;

    /** A cluster whose definition is already written; {@code gone} is called when it was deleted. */
    Cluster(Definition definition, Definitions files, Fleet.Place place, Clock clock, Runnable gone) {
        this.definition = definition;
        this.files = files;
        this.clock = clock;
        this.fleet = new Fleet(place, this::definition);
        this.work = new ClusterWork(this, fleet, clock, () -> {
            files.delete(definition());
            gone.run();
        });
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
        work.wake();
    }

    /** Replaces what needs no work, and what the work has done. */
    synchronized void edit(UnaryOperator<Definition> change) {
        var next = change.apply(definition);
        files.write(next);
        if (next.state() != definition.state()) {
            LOG.atInfo()
                    .addKeyValue("cluster", next.arn().name())
                    .addKeyValue("state", next.state())
                    .log("cluster");
        }
        definition = next;
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
        edit(now -> first.apply(now).begin(operation));
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
        edit(now -> now.in(ClusterState.DELETING));
        wake();
    }

    /** Stops the work and the brokers; the definition stays, and the next platform goes on. */
    void close() {
        work.close();
    }

    private void checkVersion(Optional<String> version) {
        if (version.isPresent() && !version.get().equals(definition.version().text())) {
            throw ApiError.badRequest(
                    "currentVersion",
                    "The version of the cluster isn't current. Check the current version and try again.");
        }
    }
}
