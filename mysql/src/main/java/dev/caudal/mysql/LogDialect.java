package dev.caudal.mysql;

import java.util.Map;

/**
 * What the table maps of a server leave to be known. Immutable.
 *
 * @param mariaDb whether the server is a MariaDB
 * @param anyCase whether names of tables are the same in any case of letters
 * @param charsets by the number of a collation its character set
 */
record LogDialect(boolean mariaDb, boolean anyCase, Map<Integer, String> charsets) {

    LogDialect {
        charsets = Map.copyOf(charsets);
    }

    /** The name of a collation's character set. */
    String charset(int collation) {
        return charsets.getOrDefault(collation, "unknown");
    }

    /** Whether character set metadata has an entry for the column (ENUM and SET have a list of their own). */
    boolean isCharacter(WireType type) {
        return type.isCharacter() || mariaDb && type.code() == WireType.GEOMETRY;
    }
}
