package dev.caudal.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.cluster.metrics.ClusterMonitor;
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
final class Cluster implements UserHome {
    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

    private final Definitions files;
    private final Clock clock;
    private final Fleet fleet;
    private final NodeTls tls;
    private final ClusterWork work;
    private final ClusterMonitor monitor;
    private volatile Definition definition;

    /** A cluster whose definition is already written; {@code gone} is called when it was deleted. */
    Cluster(Definition definition, Definitions files, Fleet.Place place, Clock clock, Runnable gone) {
        this.definition = definition;
        this.files = files;
        this.clock = clock;
        this.fleet = new Fleet(place, this::definition);
        this.tls = place.tls();
        this.monitor = new ClusterMonitor(new Watch(this, fleet, place.tls()), clock);
        this.work = new ClusterWork(this, fleet, clock, () -> {
            monitor.close();
            files.delete(definition());
            gone.run();
        });
    }

    @Override
    public Definition definition() {
        return definition;
    }

    /**
     * Its state now. An active cluster is {@code HEALING} while a broker does not serve or hangs, and {@code FAILED}
     * while one cannot be started because its disk is full.
     */
    ClusterState state() {
        var stored = definition;
        if (stored.state() != ClusterState.ACTIVE) {
            return stored.state();
        }
        if (fleet.servesAll(stored)) {
            return hanging().isPresent() ? ClusterState.HEALING : ClusterState.ACTIVE;
        }
        return fleet.fullDisk(stored).isPresent() ? ClusterState.FAILED : ClusterState.HEALING;
    }

    /** What is wrong, for people; empty when nothing is. */
    Optional<String> trouble() {
        var stored = definition;
        return switch (state()) {
            case FAILED -> stored.reason().or(() -> fleet.fullDisk(stored));
            case HEALING -> fleet.trouble(stored).or(this::hanging);
            case CREATING, ACTIVE, UPDATING, REBOOTING_BROKER, DELETING -> stored.reason();
        };
    }

    /** What is measured of it, at its level. */
    ObjectNode measured() {
        return monitor.json(definition.spec().monitoring().level());
    }

    /** Begins to measure. */
    void watch() {
        monitor.start();
    }

    private Optional<String> hanging() {
        return definition.nodes().stream()
                .flatMap(node -> monitor.silence(node.number()).stream()
                        .map(time -> "Broker %d runs and has not answered for %d s."
                                .formatted(node.number(), time.toSeconds())))
                .findFirst();
    }

    @Override
    public ClusterAdmin admin() {
        return new ClusterAdmin(definition, tls);
    }

    /** Begins or goes on with what the definition says. */
    void wake() {
        work.wake();
    }

    /** Replaces what needs no work, and what the work has done. */
    @Override
    public synchronized void edit(UnaryOperator<Definition> change) {
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
        monitor.close();
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
