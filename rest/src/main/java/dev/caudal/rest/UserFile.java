package dev.caudal.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The users of a proxy, in a file with a line for each. It has no password that somebody could read. A proxy sees changes
 * within seconds. For one thread, and one program at a time.
 */
public final class UserFile {
    private final Path file;

    /**
     * A file of users.
     *
     * @param file the file; it need not exist yet
     */
    public UserFile(Path file) {
        this.file = file;
    }

    /**
     * Adds a user who goes to Kafka with the same name and password.
     *
     * @param name without colon
     * @param password not empty
     * @return false when the user was there, and has a new password now
     * @throws RestProxyException when name or password cannot be, or the file cannot be read or written
     */
    public boolean add(String name, String password) {
        return put(User.create(name, password, Optional.empty()));
    }

    /**
     * Adds a user who has another name and password at Kafka.
     *
     * @param name without colon
     * @param password not empty; it also opens the password for Kafka, which nobody can read without it
     * @param kafkaUser the name at Kafka
     * @param kafkaPassword the password at Kafka
     * @return false when the user was there, and has new passwords now
     * @throws RestProxyException when a name or password cannot be, or the file cannot be read or written
     */
    public boolean add(String name, String password, String kafkaUser, String kafkaPassword) {
        return put(User.create(name, password, Optional.of(new KafkaLogin(kafkaUser, kafkaPassword))));
    }

    /**
     * Removes a user.
     *
     * @param name the user's name
     * @return whether there was one
     * @throws RestProxyException when the file cannot be read or written
     */
    public boolean remove(String name) {
        var users = read();
        boolean found = users.remove(name) != null;
        if (found) {
            write(users);
        }
        return found;
    }

    /**
     * The names of all users.
     *
     * @return in order
     * @throws RestProxyException when the file cannot be read
     */
    public List<String> names() {
        return List.copyOf(read().keySet());
    }

    /** The users by name; none when there is no file. */
    Map<String, User> read() {
        var users = new TreeMap<String, User>();
        if (!Files.exists(file)) {
            return users;
        }
        int number = 0;
        try {
            for (var line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                number++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    var user = User.parse(line);
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

    private boolean put(User user) {
        var users = read();
        boolean added = users.put(user.name(), user) == null;
        write(users);
        return added;
    }

    /** Replaces the file, so that a proxy never reads half of it. Only its owner may read it. */
    private void write(Map<String, User> users) {
        var lines = users.values().stream().map(User::line).toList();
        try {
            var draft = Files.createTempFile(file.toAbsolutePath().getParent(), "users", ".draft");
            Files.write(draft, lines, StandardCharsets.UTF_8);
            try {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new RestProxyException("The users cannot be written to %s: %s.".formatted(file, e), e);
        }
    }
}
