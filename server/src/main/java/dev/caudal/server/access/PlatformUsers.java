package dev.caudal.server.access;

import dev.caudal.local.LocalDirectory;
import dev.caudal.rest.BasicHeader;
import dev.caudal.rest.PasswordHash;
import dev.caudal.rest.UserLines;
import dev.caudal.rest.UserLines.Change;
import dev.caudal.server.definition.PlatformException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The users of a folder's platform. While there is no file of users, whoever reaches the API may do all; once there is one,
 * only its users may. A platform that runs sees changes within seconds. Any thread and program may change them.
 */
public final class PlatformUsers {
    private static final String FILE = "users";

    private final Path file;
    private final UserLines<PlatformUser> lines;

    /**
     * The users.
     *
     * @param folder the platform's folder; it must be there before a user is added
     */
    public PlatformUsers(LocalDirectory folder) {
        file = folder.root().resolve(FILE);
        lines = new UserLines<>(file, PlatformUser::parse);
    }

    /**
     * Adds a user.
     *
     * @param name without colon
     * @param role what the user may do
     * @param password not empty
     * @return false when there is one of that name, who stays as it was
     * @throws PlatformException when the name has another meaning
     * @throws dev.caudal.rest.RestProxyException when name or password cannot be, or the file cannot be read or written
     */
    public boolean add(String name, UserRole role, String password) {
        BasicHeader.requireSendable(name, password);
        if (List.of(Caller.LOCAL, Caller.ANYBODY).contains(name)) {
            throw new PlatformException(
                    "The user name '%s' cannot be: the audit log has it for callers without a user. Take another."
                            .formatted(name));
        }
        var user = new PlatformUser(name, role, PasswordHash.of(password).hash());
        return lines.change(users -> users.putIfAbsent(name, user) == null ? Change.of(true) : Change.NONE);
    }

    /**
     * Gives a user another password.
     *
     * @param name the user's name
     * @param password not empty
     * @return whether there is one of that name
     * @throws dev.caudal.rest.RestProxyException when the password cannot be, or the file cannot be read or written
     */
    public boolean password(String name, String password) {
        BasicHeader.requireSendable(name, password);
        var hash = PasswordHash.of(password).hash();
        return change(name, user -> new PlatformUser(name, user.role(), hash));
    }

    /**
     * Gives a user another role.
     *
     * @param name the user's name
     * @param role what the user may do from now on
     * @return whether there is one of that name
     * @throws dev.caudal.rest.RestProxyException when the file cannot be read or written
     */
    public boolean role(String name, UserRole role) {
        return change(name, user -> new PlatformUser(name, role, user.password()));
    }

    /**
     * Removes a user. The file stays when the last one goes, so that the API does not open to all by it.
     *
     * @param name the user's name
     * @return whether there was one
     * @throws dev.caudal.rest.RestProxyException when the file cannot be read or written
     */
    public boolean remove(String name) {
        return lines.remove(name);
    }

    /**
     * All users.
     *
     * @return by name; empty where there is no file: nobody is asked for a name
     * @throws dev.caudal.rest.RestProxyException when the file cannot be read
     */
    public Optional<List<PlatformUser>> all() {
        return Files.exists(file) ? Optional.of(List.copyOf(lines.read().values())) : Optional.empty();
    }

    /**
     * Where they are.
     *
     * @return the file, whether it is there or not
     */
    public Path file() {
        return file;
    }

    private boolean change(String name, UnaryOperator<PlatformUser> change) {
        return lines.change(users -> users.computeIfPresent(name, (same, user) -> change.apply(user)) == null
                ? Change.NONE
                : Change.of(true));
    }
}
