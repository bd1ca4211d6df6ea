package dev.caudal.mysql;

import java.util.Map;

/**
 * What the table maps of a server leave to be known. Immutable.
 *
 * @param mariaDb whether the server is a MariaDB
 * @param names how the server tells names of tables apart
 * @param charsets by the number of a collation its character set
 */
record LogDialect(boolean mariaDb, NameCase names, Map<Integer, String> charsets) {

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
