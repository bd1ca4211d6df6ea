package dev.caudal.rest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The users of a proxy, in a file with a line for each. It has no password that somebody could read. A proxy sees changes
 * within seconds. Any thread and program may change it.
 */
public final class UserFile {
    private final UserLines<User> lines;

    /**
     * A file of users.
     *
     * @param file the file; it need not exist yet
     */
    public UserFile(Path file) {
        lines = new UserLines<>(file, User::parse);
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
        return lines.put(User.create(name, password, Optional.empty()));
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
        return lines.put(User.create(name, password, Optional.of(new KafkaLogin(kafkaUser, kafkaPassword))));
    }

    /**
     * Removes a user.
     *
     * @param name the user's name
     * @return whether there was one
     * @throws RestProxyException when the file cannot be read or written
     */
    public boolean remove(String name) {
        return lines.remove(name);
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
        return lines.read();
    }
}
