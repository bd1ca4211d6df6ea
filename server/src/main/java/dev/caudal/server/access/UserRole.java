package dev.caudal.server.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a user may do, as in Replicate; each may also do what those before it may. */
public enum UserRole {
    /** Sees definitions, states, logs and messages. */
    VIEWER,
    /** Runs, stops, resumes and reloads tasks, and sets the levels of their logs. */
    OPERATOR,
    /** Makes, changes, tests and deletes endpoints and tasks. */
    DESIGNER,
    /** Sees who has done what. */
    ADMIN;

    /** All words, for people. */
    public static final String WORDS =
            Arrays.stream(values()).map(UserRole::word).collect(Collectors.joining(", "));

    /**
     * Whether somebody with this role may do what another is needed for.
     *
     * @param needed the least role
     * @return whether this is as much
     */
    public boolean includes(UserRole needed) {
        return compareTo(needed) >= 0;
    }

    /**
     * The role's word in files, options and the API.
     *
     * @return in small letters
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role of a word.
     *
     * @param word as {@link #word()} has it
     * @return empty where it is of none
     */
    public static Optional<UserRole> named(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
