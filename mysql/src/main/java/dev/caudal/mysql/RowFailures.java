package dev.caudal.mysql;

import dev.caudal.core.Operation;
import dev.caudal.core.TableId;
import java.util.HashSet;
import java.util.Set;

/** Rows of the log that cannot be sent, and what the task's policy does about them. Used by the thread that reads the log. */
final class RowFailures {

    private final SourceConfig config;
    private final CapturedTables captured;
    private final ChangeWriter writer;
    private final Set<TableId> suspendedHere = new HashSet<>();

    RowFailures(SourceConfig config, CapturedTables captured, ChangeWriter writer) {
        this.config = config;
        this.captured = captured;
        this.writer = writer;
    }

    /**
     * Does about a row what the policy says.
     *
     * @param start where its transaction starts
     * @return whether its table goes on
     * @throws SourceException if the task stops
     */
    boolean goesOn(
            LogTable table, Operation operation, RowsEvent at, int row, RowException why, BinlogCoordinate start) {
        DataError error = table.error(operation, writer.position(at, row), why);
        DataErrorPolicy policy = config.policies().dataErrors();
        if (policy == DataErrorPolicy.STOP) {
            throw SourceException.ofRow(error);
        }
        boolean suspends = policy == DataErrorPolicy.SUSPEND;
        if (suspends && captured.suspend(table.id(), SourceException.ofRow(error))) {
            suspendedHere.add(table.id());
        }
        writer.failed(suspends ? error.suspending() : error, at, row);
        requireFew(writer.errors(), start);
        return !suspends;
    }

    /** Errors behind the last change of a transaction cannot be handed on before it, so they must fit into memory. */
    private void requireFew(WaitingErrors errors, BinlogCoordinate start) {
        if (errors.late() >= config.transactionRows() || errors.lateBytes() >= config.transactionBytes()) {
            throw SourceException.fatal("The transaction at " + start + " has " + errors.late()
                    + " rows one behind the other that cannot be sent, more than commit.rows or commit.bytes lets wait."
                    + " Correct the settings of their table (table.settings), or raise these limits.");
        }
    }

    /** The transaction ends. */
    void end() {
        suspendedHere.clear();
    }

    /** The transaction is undone; returns whether tables that it had suspended are captured again. */
    boolean undo() {
        if (suspendedHere.isEmpty()) {
            return false;
        }
        captured.restore(suspendedHere);
        return true;
    }
}
