package dev.caudal.local;

import java.time.Duration;

/**
 * When a server that has died is started again.
 *
 * @param first the pause before the first start; each failure in a row doubles it
 * @param longest the pause that is not exceeded, and the one once failures are reported
 * @param health how long a server must have run for its earlier failures to be forgotten
 * @param reported how many failures in a row are reported as a trouble that needs a person
 */
record RestartPolicy(Duration first, Duration longest, Duration health, int reported) {
    /** What people get: 1 s, 2 s, 4 s, 8 s, then every 30 s; forgotten after a minute. */
    static final RestartPolicy USUAL =
            new RestartPolicy(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(1), 5);

    /** The pause after a number of failures in a row, which is at least 1. */
    Duration pause(int failures) {
        if (needsPerson(failures)) {
            return longest;
        }
        var doubled = first.multipliedBy(1L << (failures - 1));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    /** Whether so many failures in a row are reported. */
    boolean needsPerson(int failures) {
        return failures >= reported;
    }
}
