package dev.caudal.local;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names by which programs of a machine call each other. */
public final class Loopback {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private Loopback() {}

    /**
     * Whether a host is this machine for its own programs only.
     *
     * @param host as in a URL or a header, without a port; none is not
     * @return whether it is one of the names; no name is looked up
     */
    public static boolean is(@Nullable String host) {
        return host != null && NAMES.contains(host);
    }
}
