package dev.caudal.server.endpoint;

/**
 * A text for people.
 *
 * @param es in Spanish
 * @param en in English
 */
public record Text(String es, String en) {}
