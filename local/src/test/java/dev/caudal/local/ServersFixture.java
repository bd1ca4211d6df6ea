package dev.caudal.local;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** Settings that the tests of this module share; the unpacked programs stay in the build folder between runs. */
final class ServersFixture {
    static final MariaDbUser USER = MariaDbUser.administrator("tester", "it's \\ secret");

    private static final Path PROGRAMS = Path.of("target", "servers").toAbsolutePath();

    private ServersFixture() {}

    static LocalMariaDb.Settings mariaDb(Port port) {
        return new LocalMariaDb.Settings(port, USER, PROGRAMS, List.of());
    }

    static Connection connect(LocalMariaDb database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(""), USER.name(), USER.password());
    }
}
