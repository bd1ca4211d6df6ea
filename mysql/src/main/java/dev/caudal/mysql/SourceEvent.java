package dev.caudal.mysql;

/** What can happen at a source beyond its rows. */
public enum SourceEvent {
    /** The source lacks something that is not essential. */
    PREFLIGHT_WARNING,
    /** The full load reads its first row. */
    LOAD_STARTED,
    /** All rows of the full load have been read. */
    LOAD_COMPLETED,
    /** A statement that may change the definition of a selected table. */
    TABLE_DEFINITION,
    /** A table is left out from now on. */
    TABLE_SUSPENDED,
    /** Another server takes over. */
    FAIL_OVER
}
