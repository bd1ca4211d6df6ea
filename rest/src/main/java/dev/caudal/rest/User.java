package dev.caudal.rest;

import java.util.Optional;

/**
 * A user as the file has it.
 *
 * @param name without colon and control characters, not empty
 * @param password what is kept of the password
 * @param login the user's own login at the brokers, if there is one
 */
record User(String name, PasswordHash password, Optional<SealedLogin> login) {
    /**
     * Makes a user.
     *
     * @param kafka a login of its own at the brokers
     * @throws RestProxyException when name or password cannot be sent by HTTP
     */
    static User create(String name, String password, Optional<KafkaLogin> kafka) {
        if (name.isEmpty() || name.indexOf(':') >= 0 || hasControl(name)) {
            throw new RestProxyException(
                    "The user name '%s' cannot be: it must have characters, and neither a colon nor control characters."
                            .formatted(name));
        }
        requirePassword(name, password);
        kafka.ifPresent(login -> requirePassword(login.user(), login.password()));
        var derived = PasswordHash.of(password);
        return new User(name, derived.hash(), kafka.map(login -> SealedLogin.seal(login, derived.key())));
    }

    /**
     * Reads a line of the file.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static User parse(String line) {
        var parts = line.split(":", -1);
        if (parts.length < 2 || parts.length > 3 || parts[0].isEmpty()) {
            throw new IllegalArgumentException("no line of the form NAME:HASH or NAME:HASH:LOGIN");
        }
        return new User(
                parts[0],
                PasswordHash.parse(parts[1]),
                parts.length == 3 ? Optional.of(new SealedLogin(parts[2])) : Optional.empty());
    }

    String line() {
        return name + ":" + password.text()
                + login.map(closed -> ":" + closed.text()).orElse("");
    }

    static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static void requirePassword(String name, String password) {
        if (password.isEmpty() || hasControl(password)) {
            throw new RestProxyException(
                    "The password of %s must have characters, and no control characters.".formatted(name));
        }
    }
}
