package dev.caudal.s3.archive;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/** Looks for the last commit of a partition. A listing goes forward only, so the end of a long one is found by halves. */
public final class LastCommitName {
    /** Names of this many digits sort as their numbers do. */
    private static final int DIGITS = 20;

    private LastCommitName() {}

    /**
     * Looks for it: less than a hundred questions find the last of 500,000.
     *
     * @param prefix where the commits of the partition are
     * @param keysAfter gives the keys under the prefix that sort behind a text, in order; only as many are asked for as are
     *     needed to see a commit
     * @return the key of the last commit, which may be a claim; empty if there is none
     */
    public static Optional<String> find(String prefix, Function<String, Stream<String>> keysAfter) {
        return at(prefix, 0, keysAfter).map(first -> last(prefix, first, keysAfter));
    }

    private static String last(String prefix, String first, Function<String, Stream<String>> keysAfter) {
        String found = first;
        long step = 1;
        while (step > 0) {
            long from = offset(found) + step;
            Optional<String> later = from < 0 ? Optional.empty() : at(prefix, from, keysAfter);
            if (later.isPresent()) {
                found = later.get();
                step = Math.max(step, step << 4);
            } else {
                step >>= 2;
            }
        }
        return found;
    }

    /** The first commit at an offset or behind it. */
    private static Optional<String> at(String prefix, long from, Function<String, Stream<String>> keysAfter) {
        return keysAfter
                .apply(prefix + digits(from))
                .filter(key -> ArchiveNames.startOffset(key).isPresent())
                .findFirst();
    }

    private static long offset(String key) {
        OptionalLong offset = ArchiveNames.startOffset(key);
        return offset.orElseThrow(() -> new ArchiveException(key + " is no commit."));
    }

    private static String digits(long offset) {
        String digits = Long.toString(offset);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }
}
