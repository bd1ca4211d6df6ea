package dev.caudal.server.endpoint;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * One line of the test of an endpoint.
 *
 * @param id its word, which never changes
 * @param title what is looked at
 * @param status what came of it
 * @param detail what was found
 * @param remedy what to do, empty where nothing
 */
public record Check(String id, String title, Status status, String detail, String remedy) {
    /** What came of a check. */
    public enum Status {
        /** All is well. */
        PASSED,
        /** A task cannot work. */
        FAILED,
        /** A task works, but not under all circumstances. */
        WARNING,
        /** It could not be looked at, because of another one. */
        SKIPPED;

        /**
         * Its word in JSON.
         *
         * @return small letters
         */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
