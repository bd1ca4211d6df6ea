package dev.caudal.core;

/** What happened to a row, in the words of the {@code operation} header. */
public enum Operation {
    /** A row as the full load found it. */
    REFRESH,
    /** A new row. */
    INSERT,
    /** A row with other values. */
    UPDATE,
    /** A row that is gone; its last values are in {@code data}. */
    DELETE
}
