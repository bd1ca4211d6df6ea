package dev.caudal.mysql;

/** What a statement does to a table, as far as policies tell it apart. */
enum DdlKind {
    /** Its structure changes: {@code ALTER TABLE}, an index, the table swap of an online DDL tool. */
    ALTER,
    /** All rows of it or of partitions are gone, or others are there, without a row in the log. */
    TRUNCATE,
    /** It is gone, alone or with its database, or replaced by an empty one. */
    DROP,
    /** It has another name, or another table has its name. */
    RENAME,
    /** It is there from now on. */
    CREATE
}
