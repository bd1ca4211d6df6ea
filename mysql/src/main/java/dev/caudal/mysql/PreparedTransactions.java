package dev.caudal.mysql;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Distributed transactions that are prepared and not decided yet. Their rows stand in the log before its end, and count
 * from their {@code XA COMMIT} on, which has no rows: who begins between the two would never see them.
 */
final class PreparedTransactions {

    private static final int XID = 3;

    private PreparedTransactions() {}

    /**
     * Refuses to begin at the present end of the log while there are any. A user who may not ask is let through;
     * {@link PreflightGrants} tells of that.
     *
     * @throws SourceException for a time, naming one of them
     */
    static void refuse(SourceConnection connection) {
        if (refusal(connection).isPresent()) {
            return;
        }
        List<List<String>> open = connection.query("XA RECOVER");
        if (!open.isEmpty()) {
            throw SourceException.passing(
                    "There are " + open.size() + " distributed transactions on " + connection.address()
                            + " that are prepared and not decided, '"
                            + open.get(0).get(XID)
                            + "' among them: what they changed would be missed. The task begins once each that XA RECOVER"
                            + " lists is ended by XA COMMIT or XA ROLLBACK.",
                    null);
        }
    }

    /** Why the user may not see them. */
    static Optional<SQLException> refusal(SourceConnection connection) {
        return connection.attempt("XA RECOVER");
    }

    /** Whether the server has prepared any since it was started. */
    static boolean areUsed(SourceConnection connection) {
        return connection.query("SHOW GLOBAL STATUS LIKE 'Com_xa_prepare'").stream()
                .anyMatch(row -> !row.get(1).equals("0"));
    }
}
