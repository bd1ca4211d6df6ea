package dev.caudal.server.endpoint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** On which side of a task an endpoint stands. */
public enum Role {
    /** Changes come from it. */
    SOURCE,
    /** Changes go to it. */
    TARGET;

    /**
     * Its word in JSON.
     *
     * @return small letters
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a word. */
    static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
