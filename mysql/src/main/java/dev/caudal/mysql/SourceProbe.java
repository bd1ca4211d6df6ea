package dev.caudal.mysql;

import dev.caudal.mysql.Preflight.Finding;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** A connection to a source that looks at what it is and what it lacks, without a task. For one thread. */
public final class SourceProbe implements AutoCloseable {

    /** Why a source does not let somebody in. */
    public enum Obstacle {
        /** The connection cannot be secured as it shall be. */
        TLS,
        /** The user or the password is wrong, or may not come from here. */
        LOGIN,
        /** The server does not answer, or not as a MySQL server does. */
        CONNECTION
    }

    private static final int ACCESS_DENIED = 1045;
    private static final int HOST_DENIED = 1130;

    private final SourceConnection connection;

    private SourceProbe(SourceConnection connection) {
        this.connection = connection;
    }

    /**
     * Connects, waiting at most 10 s.
     *
     * @return to be closed by the caller
     * @throws SourceException if that cannot be; {@link #obstacle} says of what sort the reason is
     */
    public static SourceProbe open(SourceConfig.Address address) {
        return new SourceProbe(SourceConnection.open(address));
    }

    /** Of what sort the reason is for which {@link #open} failed. */
    public static Obstacle obstacle(SourceConfig.Address address, SourceException failure) {
        if (failure.getCause() instanceof SQLException cause) {
            if (cause.getErrorCode() == ACCESS_DENIED || cause.getErrorCode() == HOST_DENIED) {
                return Obstacle.LOGIN;
            }
            return TlsFailure.of(address, cause).isPresent() ? Obstacle.TLS : Obstacle.CONNECTION;
        }
        if (address.needsTls()) {
            // No token was made, so that nobody was asked.
            return address.tls() == TlsMode.DISABLED ? Obstacle.TLS : Obstacle.LOGIN;
        }
        return Obstacle.CONNECTION;
    }

    /** What the server calls its version, for example {@code 8.4.3} or {@code 11.4.5-MariaDB-log}. */
    public String version() {
        return connection.version();
    }

    /** The cipher of the connection; empty where it is plain. */
    public String cipher() {
        List<List<String>> rows = connection.query("SHOW SESSION STATUS LIKE 'Ssl_cipher'");
        return rows.isEmpty() ? "" : rows.get(0).get(1);
    }

    /** Whether Amazon runs the server, so that its settings are those of a parameter group. */
    public boolean isAmazon() {
        return connection.value("SELECT @@basedir").contains("rdsdbbin");
    }

    /** What the settings of the log lack. */
    public List<Finding> logSettings() {
        return new PreflightSettings(connection, everything()).findings();
    }

    /** What rights the user lacks, whatever tables will be selected. */
    public List<Finding> grants() {
        return new PreflightGrants(connection).findings(everything());
    }

    @Override
    public void close() {
        connection.close();
    }

    /** Load and changes, of tables that are not known yet. */
    private SourceConfig everything() {
        return SourceConfig.toLook(connection.address(), List.of(), true, true, Map.of());
    }
}
