package dev.caudal.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.server.connect.ConnectClient;
import dev.caudal.server.connect.ConnectorStatus;
import dev.caudal.testkit.Eventually;
import dev.caudal.testkit.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What was delivered of a workload by the connector {@code task}, against what was committed. */
final class Delivery {
    private Delivery() {}

    /** Throws when the task has failed. */
    static void requireNotFailed(ConnectClient client) {
        client.status("task").filter(ConnectorStatus::hasFailed).ifPresent(status -> {
            throw new AssertionError(status.reason());
        });
    }

    /** Halts the workload and waits until the tables rebuilt from the messages are the tables in the database. */
    static void awaitCaughtUp(TestDatabase database, Workload workload, ConnectClient client, Audit audit)
            throws Exception {
        workload.halt();
        List<String> differences = new ArrayList<>();
        try {
            Eventually.holds("the reader has caught up", Duration.ofMinutes(3), () -> {
                requireNotFailed(client);
                TimeUnit.SECONDS.sleep(1);
                differences.clear();
                differences.addAll(audit.differences(database, Workload.ORDERS));
                differences.addAll(audit.differences(database, Workload.NOTES));
                return differences.isEmpty();
            });
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + ": " + differences, e);
        }
    }

    /** Waits until the load is done and lets the workload go on; returns from which change on each must be read. */
    static int loaded(TestDatabase database, Workload workload, ConnectClient client, Audit audit) throws Exception {
        awaitCaughtUp(database, workload, client, audit);
        int from = workload.size();
        workload.goOn();
        return from;
    }

    /** What was committed before {@code from} may be in the load; of what came later each change was read, in order. */
    static void verify(Workload workload, Audit audit, int from) {
        assertThat(audit.faults()).isEmpty();
        List<Workload.Change> ledger = workload.ledger();
        List<Workload.Change> read =
                audit.changes().stream().map(Audit.Seen::change).toList();
        System.out.println("committed " + ledger.size() + " changes, " + from
                + " of them before the load was done; read " + read.size());
        assertThat(read).doesNotHaveDuplicates();
        assertThat(ledger).containsSubsequence(read);
        int later = ledger.size() - from;
        assertThat(later).as("changes after the load").isPositive();
        assertThat(read.subList(read.size() - later, read.size())).isEqualTo(ledger.subList(from, ledger.size()));
    }
}
