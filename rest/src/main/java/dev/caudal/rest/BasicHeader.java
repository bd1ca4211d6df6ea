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
public record BasicHeader(String name, String password) {
    private static final String SCHEME = "Basic ";

    /**
     * Reads a header.
     *
     * @param header the value of {@code Authorization}
     * @return empty when it is of another kind or no valid one
     */
    public static Optional<BasicHeader> parse(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            var pair = new String(
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).trim()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon <= 0 || colon == pair.length() - 1 || hasControl(pair)
                    ? Optional.empty()
                    : Optional.of(new BasicHeader(pair.substring(0, colon), pair.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Checks a new user.
     *
     * @param name the user's name
     * @param password the password
     * @throws RestProxyException when name or password cannot be sent by HTTP
     */
    public static void requireSendable(String name, String password) {
        if (name.isEmpty() || name.indexOf(':') >= 0 || hasControl(name)) {
            throw new RestProxyException(
                    "The user name '%s' cannot be: it must have characters, and neither a colon nor control characters."
                            .formatted(name));
        }
        requirePassword(name, password);
    }

    static void requirePassword(String name, String password) {
        if (password.isEmpty() || hasControl(password)) {
            throw new RestProxyException(
                    "The password of %s must have characters, and no control characters.".formatted(name));
        }
    }

    @Override
    public String toString() {
        return "BasicHeader[" + name + "]";
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
