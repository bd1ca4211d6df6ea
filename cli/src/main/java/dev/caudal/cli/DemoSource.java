package dev.caudal.cli;

import dev.caudal.server.Platform;
import dev.caudal.server.world.WorldServer;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The database that the demo captures.
 *
 * @param host its host
 * @param port its port
 * @param user the login name
 * @param password the password, never printed
 * @param database the database with the table {@code city}
 * @param tls how the connection is protected, as the connector's {@code source.tls}
 */
record DemoSource(String host, int port, String user, String password, String database, String tls) {
    private static final int USUAL_PORT = 3306;

    /** The database of a platform that came with one. */
    static DemoSource of(WorldServer server, Platform platform) {
        int port = platform.database().orElseThrow().port();
        var user = server.user();
        return new DemoSource("127.0.0.1", port, user.name(), user.password(), WorldServer.DATABASE, "disabled");
    }

    /** Reads {@code mysql://user@host:port/database}. */
    static DemoSource parse(String address, String password) {
        var uri = uri(address);
        var path = uri.getPath() == null ? "" : uri.getPath();
        if (uri.getHost() == null || uri.getUserInfo() == null || path.length() < 2) {
            throw wrong(address, "it is not of the form mysql://user@host:port/database");
        }
        if (uri.getUserInfo().contains(":")) {
            throw wrong(
                    withoutPassword(address),
                    "it holds a password, which other users of this machine could see. "
                            + "Use --password-file or CAUDAL_SOURCE_PASSWORD");
        }
        int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
        return new DemoSource(uri.getHost(), port, uri.getUserInfo(), password, path.substring(1), "preferred");
    }

    /** A new connection, to be closed by the caller. */
    Connection connect() {
        var options = tls.equals("disabled") ? "" : "?allowPublicKeyRetrieval=true&sslMode=trust";
        try {
            return open(options);
        } catch (SQLException e) {
            if (options.isEmpty() || e.getErrorCode() == 1045) {
                throw refused(e);
            }
            return connectWithoutTls(e);
        }
    }

    /** Host and port. */
    String address() {
        return host + ":" + port;
    }

    @Override
    public String toString() {
        return "mysql://%s@%s/%s".formatted(user, address(), database);
    }

    private Connection connectWithoutTls(SQLException first) {
        try {
            return open("?allowPublicKeyRetrieval=true");
        } catch (SQLException e) {
            throw refused(first);
        }
    }

    private Connection open(String options) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mariadb://%s/%s%s".formatted(address(), database, options), user, password);
    }

    private CommandFailure refused(SQLException e) {
        boolean login = e.getErrorCode() == 1045;
        return new CommandFailure(
                login ? ExitCode.NOT_ALLOWED : ExitCode.UNREACHABLE,
                "Cannot connect to %s: %s".formatted(this, e.getMessage()),
                e);
    }

    private static URI uri(String address) {
        if (!address.startsWith("mysql://")) {
            throw wrong(address, "it does not begin with mysql://");
        }
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            throw wrong(address, String.valueOf(e.getMessage()));
        }
    }

    private static String withoutPassword(String address) {
        return address.replaceFirst("//([^:@/]*):[^@]*@", "//$1:***@");
    }

    private static CommandFailure wrong(String address, String why) {
        return new CommandFailure(ExitCode.USAGE, "Cannot use the source %s: %s.".formatted(address, why));
    }
}
