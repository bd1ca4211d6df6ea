package dev.caudal.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The users as their file has them at most a few seconds ago. Any thread may ask. */
final class Users {
    private static final Logger LOG = LoggerFactory.getLogger(Users.class);
    private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();

    private final Path file;
    private volatile Map<String, User> users;
    private volatile long looked = System.nanoTime();
    private FileTime changed;

    /**
     * Reads the users.
     *
     * @throws RestProxyException when that cannot be
     */
    Users(Path file) {
        this.file = file;
        changed = lastChange().orElse(FileTime.fromMillis(0));
        users = Map.copyOf(new UserFile(file).read());
    }

    Optional<User> find(String name) {
        if (System.nanoTime() - looked > LOOK_NANOS) {
            look();
        }
        return Optional.ofNullable(users.get(name));
    }

    private synchronized void look() {
        if (System.nanoTime() - looked <= LOOK_NANOS) {
            return;
        }
        looked = System.nanoTime();
        lastChange().filter(time -> !time.equals(changed)).ifPresent(time -> {
            changed = time;
            try {
                users = Map.copyOf(new UserFile(file).read());
                LOG.atInfo().addKeyValue("users", users.size()).log("the users were read anew");
            } catch (RestProxyException e) {
                LOG.atError().log("The users stay as they were. {}", e.getMessage());
            }
        });
    }

    /** Empty while the file cannot be seen, as when it is being replaced: then the users stay. */
    private Optional<FileTime> lastChange() {
        try {
            return Optional.of(Files.getLastModifiedTime(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
