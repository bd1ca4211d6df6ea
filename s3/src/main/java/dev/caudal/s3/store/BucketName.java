package dev.caudal.s3.store;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Amazon's rules for the names of buckets, which other stores do not all check. */
public final class BucketName {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 63;
    private static final Pattern CHARACTERS = Pattern.compile("[a-z0-9.-]+");
    private static final Pattern ENDS = Pattern.compile("[a-z0-9](.*[a-z0-9])?");
    private static final Pattern ADDRESS = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");
    private static final List<String> RESERVED_STARTS = List.of("xn--", "sthree-", "amzn-s3-demo-");
    private static final List<String> RESERVED_ENDS = List.of("-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3");

    private BucketName() {}

    /**
     * What is wrong with a name, for people.
     *
     * @param name the name
     * @return the end of a sentence; empty when nothing is wrong
     */
    public static Optional<String> problem(String name) {
        if (name.length() < SHORTEST || name.length() > LONGEST) {
            return Optional.of(
                    "its name has %d characters, and must have %d to %d".formatted(name.length(), SHORTEST, LONGEST));
        }
        if (!CHARACTERS.matcher(name).matches()) {
            return Optional.of("its name may have lower-case letters, digits, dots and hyphens only");
        }
        if (!ENDS.matcher(name).matches() || name.contains("..")) {
            return Optional.of("its name must begin and end with a letter or digit and have no two dots in a row");
        }
        if (ADDRESS.matcher(name).matches()) {
            return Optional.of("its name must not look like an IP address");
        }
        return reserved(name);
    }

    private static Optional<String> reserved(String name) {
        var start = RESERVED_STARTS.stream().filter(name::startsWith).findFirst();
        var end = RESERVED_ENDS.stream().filter(name::endsWith).findFirst();
        return start.map(part -> "names that begin with '%s' are Amazon's own".formatted(part))
                .or(() -> end.map(part -> "names that end with '%s' are Amazon's own".formatted(part)));
    }
}
