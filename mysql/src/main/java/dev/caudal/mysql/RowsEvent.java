package dev.caudal.mysql;

/**
 * Where a rows event is.
 *
 * @param number how many rows events of its transaction come before it
 * @param start where it starts in the log file
 * @param end where it ends
 * @param tableMap where the table map starts that it refers to
 * @param second when its statement ran, seconds since 1970
 */
record RowsEvent(long number, long start, long end, long tableMap, long second) {}
