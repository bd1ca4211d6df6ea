package dev.caudal.mysql;

import java.util.Optional;

/**
 * Transactions by their global identifiers, as a server prints them. Mutable; used by one thread.
 */
sealed interface GtidSet permits MySqlGtids, MariaDbGtids {

    /**
     * Reads a set.
     *
     * @param text what MySQL says in {@code gtid_executed}, or MariaDB in {@code gtid_binlog_pos}
     * @return empty where the text is empty, or has tags (MySQL 8.3), which are not followed
     */
    static Optional<GtidSet> parse(String text) {
        String compact = text.replaceAll("\\s", "");
        if (compact.matches(MySqlGtids.FORM)) {
            return Optional.of(MySqlGtids.parse(compact));
        }
        return compact.matches(MariaDbGtids.FORM) ? Optional.of(MariaDbGtids.parse(compact)) : Optional.empty();
    }

    /** Whether the set has the transaction. */
    boolean contains(Gtid gtid);

    /** Adds a transaction. */
    void add(Gtid gtid);

    /** Whether every transaction of the other set, which is of the same flavour, is in this one. */
    boolean covers(GtidSet other);

    /** As the server prints it. */
    @Override
    String toString();
}
