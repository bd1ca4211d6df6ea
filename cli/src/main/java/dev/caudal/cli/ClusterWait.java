package dev.caudal.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.kafka.model.ClusterInfo;
import software.amazon.awssdk.services.kafka.model.NotFoundException;

/** Waits for what a cluster is about to become, and says what it does meanwhile. */
final class ClusterWait {
    private static final Duration PATIENCE = Duration.ofMinutes(60);
    private static final long PAUSE_MILLIS = 250;
    private static final long AMAZONS_PAUSE_MILLIS = 15_000;

    private final MskOptions msk;
    private final Terminal terminal;

    ClusterWait(MskOptions msk, Terminal terminal) {
        this.msk = msk;
        this.terminal = terminal;
    }

    /** Waits until it is active; fails when it is failed. */
    void untilActive(String arn) {
        var last = "";
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!last.equals("ACTIVE")) {
            var info = describe(arn)
                    .orElseThrow(
                            () -> new CommandFailure(ExitCode.NOT_FOUND, "The cluster %s is gone.".formatted(arn)));
            last = tell(last, info);
            if (last.equals("FAILED")) {
                throw new CommandFailure(
                        ExitCode.FAILED,
                        "The cluster %s failed: %s"
                                .formatted(
                                        info.clusterName(),
                                        info.stateInfo() == null
                                                ? ""
                                                : info.stateInfo().message()));
            }
            pause(arn, end, !last.equals("ACTIVE"));
        }
    }

    /** Waits until an operation is over and the cluster active; fails when the operation failed. */
    void untilDone(String arn, String operation) {
        untilActive(arn);
        var over = msk.call(client -> client.describeClusterOperation(request -> request.clusterOperationArn(operation))
                .clusterOperationInfo());
        if (over.operationState().endsWith("FAILED")) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "%s failed: %s"
                            .formatted(
                                    over.operationType(),
                                    over.errorInfo() == null
                                            ? ""
                                            : over.errorInfo().errorString()));
        }
    }

    /** Waits until there is none any more. */
    void untilGone(String arn) {
        var last = "";
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (var info = describe(arn); info.isPresent(); info = describe(arn)) {
            last = tell(last, info.get());
            pause(arn, end, true);
        }
    }

    private Optional<ClusterInfo> describe(String arn) {
        return msk.call(client -> {
            try {
                return Optional.of(client.describeCluster(request -> request.clusterArn(arn))
                        .clusterInfo());
            } catch (NotFoundException e) {
                return Optional.empty();
            }
        });
    }

    private String tell(String last, ClusterInfo info) {
        var state = info.stateAsString();
        if (!state.equals(last)) {
            terminal.note("Cluster %s: %s".formatted(info.clusterName(), state));
        }
        return state;
    }

    private void pause(String arn, long end, boolean necessary) {
        if (!necessary) {
            return;
        }
        if (System.nanoTime() - end > 0) {
            throw new CommandFailure(
                    ExitCode.TIMED_OUT,
                    "Waited %d minutes in vain for the cluster %s; it goes on without this command."
                            .formatted(PATIENCE.toMinutes(), arn));
        }
        try {
            TimeUnit.MILLISECONDS.sleep(msk.isAmazon() ? AMAZONS_PAUSE_MILLIS : PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.FAILED, "Interrupted; the cluster goes on without this command.", e);
        }
    }
}
