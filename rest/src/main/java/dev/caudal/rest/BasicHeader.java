package dev.caudal.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A name and password as HTTP's Basic authentication sends them (RFC 7617).
 *
 * @param name the user's name
 * @param password the password
 */
record BasicHeader(String name, String password) {
    private static final String SCHEME = "Basic ";

    /** Reads the value of {@code Authorization}; empty when it is of another kind or no valid one. */
    static Optional<BasicHeader> parse(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            var pair = new String(
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).trim()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon <= 0 || colon == pair.length() - 1 || User.hasControl(pair)
                    ? Optional.empty()
                    : Optional.of(new BasicHeader(pair.substring(0, colon), pair.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "BasicHeader[" + name + "]";
    }
}
