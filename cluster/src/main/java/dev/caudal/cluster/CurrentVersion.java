package dev.caudal.cluster;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.random.RandomGenerator;

/**
 * The version of a cluster's definition: opaque, another one after each update.
 *
 * @param text a K and 12 or 13 digits and capital letters, as MSK's are
 */
record CurrentVersion(String text) {
    private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int LENGTH = 13;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    CurrentVersion {
        if (!text.matches("K[0-9A-Z]{12,13}")) {
            throw new IllegalArgumentException("no version of a cluster: " + text);
        }
    }

    static CurrentVersion fresh(RandomGenerator random) {
        var text = new StringBuilder("K");
        for (int i = 0; i < LENGTH; i++) {
            text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return new CurrentVersion(text.toString());
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
