package dev.caudal.replicate;

/** What a record's key is. */
enum MessageKey {
    /** No key. */
    NONE,
    /** The text of the primary key; a JSON array where it has several columns. */
    PRIMARY_KEY,
    /** {@code schema.table}. */
    SCHEMA_AND_TABLE
}
