package dev.caudal.rest;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A file with a line for each user, which its owner only may read. Programs and threads change it one after the other, by
 * a lock on a file beside it.
 *
 * @param <U> a user
 */
public final class UserLines<U extends UserLines.Line> {
    private final Path file;
    private final Function<String, U> parser;

    /** What is kept of a user. */
    public interface Line {
        /**
         * The user's name.
         *
         * @return without colon and control characters, not empty
         */
        String name();

        /**
         * The line in the file.
         *
         * @return one that no password can be read from
         */
        String line();
    }

    /**
     * A file of users.
     *
     * @param file the file; it need not exist yet
     * @param parser reads a line; throws {@link IllegalArgumentException} saying what is wrong with it
     */
    public UserLines(Path file, Function<String, U> parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * The users by name.
     *
     * @return none when there is no file; may be changed
     * @throws RestProxyException when it cannot be read
     */
    public Map<String, U> read() {
        var users = new TreeMap<String, U>();
        if (!Files.exists(file)) {
            return users;
        }
        int number = 0;
        try {
            for (var line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                number++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    var user = parser.apply(line);
                    users.put(user.name(), user);
                }
            }
        } catch (IllegalArgumentException e) {
            throw new RestProxyException(
                    "The users in %s cannot be read: line %d has %s.".formatted(file, number, e.getMessage()), e);
        } catch (IOException e) {
            throw new RestProxyException("The users in %s cannot be read: %s.".formatted(file, e), e);
        }
        return users;
    }

    /**
     * Adds a user, or changes one.
     *
     * @param user the user
     * @return false when one of that name was there
     * @throws RestProxyException when the file cannot be read or written
     */
    public boolean put(U user) {
        return change(users -> Change.of(users.put(user.name(), user) == null));
    }

    /**
     * Removes a user.
     *
     * @param name the user's name
     * @return whether there was one
     * @throws RestProxyException when the file cannot be read or written
     */
    public boolean remove(String name) {
        return change(users -> users.remove(name) == null ? Change.NONE : Change.of(true));
    }

    /**
     * Changes the users while no other program and no other thread does: waits until they are done.
     *
     * @param change changes the users that there are, by name
     * @return what the change answers
     * @throws RestProxyException when the file cannot be read or written
     */
    public boolean change(Function<Map<String, U>, Change> change) {
        var lock = file.resolveSibling(file.getFileName() + ".lock");
        synchronized (UserLines.class) {
            try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = channel.lock()) {
                var users = read();
                var changed = change.apply(users);
                if (changed.written() && held.isValid()) {
                    write(users);
                }
                return changed.answer();
            } catch (IOException e) {
                throw new RestProxyException("The users in %s cannot be changed: %s.".formatted(file, e), e);
            }
        }
    }

    /**
     * What came of a change.
     *
     * @param written whether the users are to be written
     * @param answer for the one who changes
     */
    public record Change(boolean written, boolean answer) {
        /** Nothing was to be changed. */
        public static final Change NONE = new Change(false, false);

        /**
         * Users were changed.
         *
         * @param answer for the one who changes
         * @return the change
         */
        public static Change of(boolean answer) {
            return new Change(true, answer);
        }
    }

    /** Replaces the file, so that nobody ever reads half of it. Only its owner may read it. */
    private void write(Map<String, U> users) {
        var lines = users.values().stream().map(Line::line).toList();
        try {
            var draft = Files.createTempFile(file.toAbsolutePath().getParent(), ".users", ".draft");
            try {
                Files.write(draft, lines, StandardCharsets.UTF_8, StandardOpenOption.SYNC);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new RestProxyException("The users cannot be written to %s: %s.".formatted(file, e), e);
        }
    }
}
