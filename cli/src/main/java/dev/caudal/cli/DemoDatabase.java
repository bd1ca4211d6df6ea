package dev.caudal.cli;

import dev.caudal.local.LocalDirectory;
import dev.caudal.local.LocalMariaDb;
import dev.caudal.local.MariaDbUser;
import dev.caudal.local.Port;
import dev.caudal.server.Platform;
import dev.caudal.server.PlatformDatabase;
import dev.caudal.server.WorldDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/** The demo's own database, with a password of its own. */
final class DemoDatabase {
    /** The usual port of such servers. */
    static final int USUAL_PORT = 3306;

    private static final String WORLD = "world";

    private final Path programs;
    private final Port port;
    private final MariaDbUser user;

    DemoDatabase(LocalDirectory folder, Path programs, Port port) {
        this.programs = programs;
        this.port = port;
        this.user = MariaDbUser.capture("caudal", password(passwordFile(folder)), WORLD);
    }

    /** The file that holds the password. */
    static Path passwordFile(LocalDirectory folder) {
        return folder.root().resolve("database-password");
    }

    PlatformDatabase forPlatform() {
        return new PlatformDatabase(new LocalMariaDb.Settings(port, user, programs, List.of()), this::fill);
    }

    /** How the task connects to it. */
    DemoSource source(Platform platform) {
        int actual = platform.database().orElseThrow().port();
        return new DemoSource("127.0.0.1", actual, user.name(), user.password(), WORLD, "disabled");
    }

    private void fill(LocalMariaDb database) {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(""), user.name(), user.password())) {
            if (!WorldDatabase.isFilled(connection)) {
                WorldDatabase.create(connection);
            }
        } catch (SQLException e) {
            throw new CommandFailure(ExitCode.FAILED, "Cannot fill the demo's database: " + e.getMessage(), e);
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
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return password;
    }
}
