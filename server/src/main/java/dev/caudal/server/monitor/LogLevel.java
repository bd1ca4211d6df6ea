package dev.caudal.server.monitor;

import java.util.Arrays;
import java.util.Optional;

/** How grave a line of the log is, the gravest first. */
public enum LogLevel {
    /** A person must act. */
    ERROR,
    /** Something is wrong that mends itself. */
    WARN,
    /** The task does something else now. */
    INFO,
    /** How it does it. */
    DEBUG,
    /** Everything. */
    TRACE;

    static LogLevel of(String word) {
        return named(word).filter(level -> level.name().equals(word)).orElse(INFO);
    }

    /**
     * The level that somebody names.
     *
     * @param word in letters of any case
     * @return empty where there is none
     */
    public static Optional<LogLevel> named(String word) {
        return Arrays.stream(values())
                .filter(level -> level.name().equalsIgnoreCase(word))
                .findFirst();
    }
}
