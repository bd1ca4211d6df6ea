package dev.caudal.mysql;

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
        all(connection).filter(open -> !open.isEmpty()).ifPresent(open -> {
            throw SourceException.passing(
                    "There are " + open.size() + " distributed transactions on " + connection.address()
                            + " that are prepared and not decided, '"
                            + open.get(0).get(XID)
                            + "' among them: what they changed would be missed. The task begins once each that XA RECOVER"
                            + " lists is ended by XA COMMIT or XA ROLLBACK.",
                    null);
        });
    }

    /** Whether the user may not see them. */
    static boolean areHidden(SourceConnection connection) {
        return all(connection).isEmpty();
    }

    private static Optional<List<List<String>>> all(SourceConnection connection) {
        return connection.queryIfAllowed("XA RECOVER");
    }

    /** Whether the server has prepared any since it was started. */
    static boolean areUsed(SourceConnection connection) {
        return connection.query("SHOW GLOBAL STATUS LIKE 'Com_xa_prepare'").stream()
                .anyMatch(row -> !row.get(1).equals("0"));
    }
}
