package dev.caudal.server.connect;

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

/** The password of the Connect worker's HTTP API, in a file of the platform's folder that its owner only may read. */
public final class ConnectPassword {
    /** The user that goes with it. */
    public static final String USER = "caudal";

    private static final String FILE = "connect.password";
    private static final int BYTES = 18;

    private ConnectPassword() {}

    /**
     * The file of a folder's platform.
     *
     * @param folder the folder
     * @return its path, whether it is there or not
     */
    public static Path file(LocalDirectory folder) {
        return folder.root().resolve(FILE);
    }

    /**
     * Reads the password.
     *
     * @param folder the platform's folder
     * @return empty where no platform has run yet
     */
    public static Optional<String> read(LocalDirectory folder) {
        try {
            return Files.exists(file(folder))
                    ? Optional.of(Files.readString(file(folder)).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read the password of Kafka Connect in %s: %s.".formatted(file(folder), e), e);
        }
    }

    /**
     * The header {@code Authorization} by which a client says who it is.
     *
     * @param password the password
     * @return its value
     */
    public static String header(String password) {
        return "Basic " + Base64.getEncoder().encodeToString((USER + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Makes a password where there is none yet.
     *
     * @param folder the platform's folder
     * @return the password
     */
    public static String ensure(LocalDirectory folder) {
        return read(folder).filter(password -> !password.isEmpty()).orElseGet(() -> create(folder));
    }

    private static String create(LocalDirectory folder) {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var password = Base64.getUrlEncoder().encodeToString(bytes);
        try {
            OwnerFile.replace(file(folder), password + "\n");
            return password;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write %s: %s.".formatted(file(folder), e), e);
        }
    }
}
