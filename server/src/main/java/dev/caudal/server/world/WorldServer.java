package dev.caudal.server.world;

import dev.caudal.local.LocalDirectory;
import dev.caudal.local.LocalMariaDb;
import dev.caudal.local.MariaDbUser;
import dev.caudal.local.OwnerFile;
import dev.caudal.local.Port;
import dev.caudal.server.definition.PlatformException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The MariaDB of a folder with the database {@code world}, with a user and a password of its own.
 *
 * @param folder where it is kept
 * @param programs the folder of unpacked programs
 * @param port where it shall listen
 * @param user who may capture it
 */
public record WorldServer(LocalDirectory folder, Path programs, Port port, MariaDbUser user) {
    /** The database's name. */
    public static final String DATABASE = "world";

    /** The usual port of such servers. */
    public static final int USUAL_PORT = 3306;

    private static final String PORT_FILE = "port";

    /**
     * The server of a folder, which need not exist yet. Its password is the one of the first time.
     *
     * @param folder where it is kept
     * @param programs the folder of unpacked programs
     * @param port where it shall listen
     * @return how it is started
     */
    public static WorldServer of(LocalDirectory folder, Path programs, Port port) {
        var user = MariaDbUser.capture("caudal", password(passwordFile(folder)), DATABASE);
        return new WorldServer(folder, programs, port, user);
    }

    /** The one that a folder has, or would have: on the port that it had, else the usual one, or the next free one. */
    static WorldServer of(LocalDirectory folder) {
        return of(folder, folder.servers(), Port.preferred(lastPort(folder)));
    }

    /**
     * The file that holds the password.
     *
     * @param folder where the database is kept
     * @return a path
     */
    public static Path passwordFile(LocalDirectory folder) {
        return folder.root().resolve("database-password");
    }

    /**
     * Connects to the server of a folder, which runs.
     *
     * @param folder where the database is kept
     * @return a new connection, to be closed by the caller; empty where the folder has no such database
     * @throws SQLException when the server does not answer
     */
    public static Optional<Connection> connect(LocalDirectory folder) throws SQLException {
        if (!isIn(folder)) {
            return Optional.empty();
        }
        var user = of(folder).user();
        var url = "jdbc:mariadb://127.0.0.1:%d/%s".formatted(lastPort(folder), DATABASE);
        return Optional.of(DriverManager.getConnection(url, user.name(), user.password()));
    }

    /** Whether a folder has one. */
    static boolean isIn(LocalDirectory folder) {
        return Files.exists(passwordFile(folder))
                && Files.isDirectory(home(folder).resolve("data"));
    }

    /**
     * As a part of a platform.
     *
     * @return its settings, and what fills it
     */
    public PlatformDatabase forPlatform() {
        return new PlatformDatabase(new LocalMariaDb.Settings(port, user, programs, List.of()), this::fill);
    }

    private void fill(LocalMariaDb database) {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(""), user.name(), user.password())) {
            if (!WorldDatabase.isFilled(connection)) {
                WorldDatabase.create(connection);
            }
            OwnerFile.replace(home(folder).resolve(PORT_FILE), Integer.toString(database.port()));
        } catch (SQLException | IOException e) {
            throw new PlatformException("Cannot fill the database world: " + e.getMessage(), e);
        }
    }

    private static Path home(LocalDirectory folder) {
        return folder.root().resolve("mariadb");
    }

    private static int lastPort(LocalDirectory folder) {
        var file = home(folder).resolve(PORT_FILE);
        try {
            return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : USUAL_PORT;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one of the last start on this folder, else a new one. */
    private static String password(Path file) {
        var bytes = new byte[12];
        new SecureRandom().nextBytes(bytes);
        var password = HexFormat.of().formatHex(bytes);
        try {
            if (Files.exists(file)) {
                return Files.readString(file);
            }
            Files.createDirectories(file.getParent());
            OwnerFile.replace(file, password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return password;
    }
}
