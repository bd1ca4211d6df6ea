package dev.caudal.rest;

import java.util.Optional;

/**
 * A user as the file has it.
 *
 * @param name without colon and control characters, not empty
 * @param password what is kept of the password
 * @param login the user's own login at the brokers, if there is one
 */
record User(String name, PasswordHash password, Optional<SealedLogin> login) implements UserLines.Line {
    /**
     * Makes a user.
     *
     * @param kafka a login of its own at the brokers
     * @throws RestProxyException when name or password cannot be sent by HTTP
     */
    static User create(String name, String password, Optional<KafkaLogin> kafka) {
        BasicHeader.requireSendable(name, password);
        kafka.ifPresent(login -> BasicHeader.requirePassword(login.user(), login.password()));
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

    @Override
    public String line() {
        return name + ":" + password.text()
                + login.map(closed -> ":" + closed.text()).orElse("");
    }
}
