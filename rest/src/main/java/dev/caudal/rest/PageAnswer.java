package dev.caudal.rest;

/**
 * A page as a client wants it.
 *
 * @param page the records
 * @param format how keys and values stand in it
 * @param include what else
 */
record PageAnswer(Page page, Format format, Include include) {}
