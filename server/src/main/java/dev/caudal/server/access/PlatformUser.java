package dev.caudal.server.access;

import dev.caudal.rest.PasswordHash;
import dev.caudal.rest.UserLines;

/**
 * A user of the platform, as {@code DATA/users} has it: {@code NAME:ROLE:HASH}.
 *
 * @param name without colon and control characters, not empty
 * @param role what the user may do
 * @param password what is kept of the password
 */
public record PlatformUser(String name, UserRole role, PasswordHash password) implements UserLines.Line {
    static PlatformUser parse(String line) {
        var parts = line.split(":", -1);
        if (parts.length != 3 || parts[0].isEmpty()) {
            throw new IllegalArgumentException("no line of the form NAME:ROLE:HASH");
        }
        var role = UserRole.named(parts[1])
                .orElseThrow(() -> new IllegalArgumentException(
                        "the role '%s', which is none of %s".formatted(parts[1], UserRole.WORDS)));
        return new PlatformUser(parts[0], role, PasswordHash.parse(parts[2]));
    }

    @Override
    public String line() {
        return name + ":" + role.word() + ":" + password.text();
    }
}
