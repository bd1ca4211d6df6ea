package dev.caudal.server.access;

import dev.caudal.local.LocalDirectory;
import dev.caudal.local.OwnerFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * By what the commands of this machine are known to its platform: a password in a file that the owner of the platform's
 * folder only may read.
 */
public final class LocalPassword {
    private static final String FILE = "api.password";
    private static final int BYTES = 24;

    private LocalPassword() {}

    /**
     * The header by which a command says that it may read the folder.
     *
     * @param folder the platform's folder
     * @return a value of {@code Authorization}; empty where no platform has run, or the file is somebody else's
     */
    public static Optional<String> header(LocalDirectory folder) {
        var file = file(folder);
        try {
            return Files.isReadable(file)
                    ? Optional.of(basic(Caller.LOCAL, Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read %s: %s.".formatted(file, e), e);
        }
    }

    /**
     * Basic authentication (RFC 7617).
     *
     * @param name a user
     * @param password its password
     * @return a value of {@code Authorization}
     */
    public static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** A new password for each life of a platform. */
    static String create(LocalDirectory folder) {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var password = Base64.getUrlEncoder().encodeToString(bytes);
        try {
            OwnerFile.replace(file(folder), password + "\n");
            return basic(Caller.LOCAL, password);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write %s: %s.".formatted(file(folder), e), e);
        }
    }

    private static Path file(LocalDirectory folder) {
        return folder.root().resolve(FILE);
    }
}
