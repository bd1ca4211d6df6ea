package dev.caudal.mysql;

/**
 * Where a rows event is.
 *
 * @param number how many rows events of its transaction come before it
 * @param start where it starts in the log file
 * @param firstRow the number of its first row in {@code streamPosition}: 0, or in a compressed transaction, all of whose
 *     events start at one place, where it starts among the transaction's bytes
 * @param end where it ends
 * @param tableMap where the table map starts that it refers to
 * @param second when its statement ran, seconds since 1970
 */
record RowsEvent(long number, long start, long firstRow, long end, long tableMap, long second) {}
