package dev.caudal.bench;

/**
 * A place in the database's log.
 *
 * @param file the log file
 * @param offset where a transaction starts in it
 * @param gtid the global identifiers of all transactions before
 */
record LogMark(String file, long offset, String gtid) {}
