package dev.caudal.mysql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** A connection for SQL. Text arrives as UTF-8, moments in UTC. Not safe for use by several threads. */
final class SourceConnection implements AutoCloseable {

    private static final int ACCESS_DENIED = 1045;
    private static final int OTHER_PROTOCOL = 1251;

    /** Shutdown, lock wait, deadlock, query interrupted, table changed under a snapshot, connection killed. */
    private static final Set<Integer> PASSING = Set.of(1053, 1205, 1213, 1317, 1412, 1927);

    private static final String SESSION = "SET SESSION time_zone = '+00:00', sql_mode = '', lock_wait_timeout = 5,"
            + " net_write_timeout = 3600, wait_timeout = 28800";

    private final Connection connection;
    private final SourceConfig.Address address;
    private String version = "";

    private SourceConnection(Connection connection, SourceConfig.Address address) {
        this.connection = connection;
        this.address = address;
    }

    /** Connects, waiting at most 10 s. */
    static SourceConnection open(SourceConfig.Address address) {
        try {
            Connection connection = address.tls() == TlsMode.PREFERRED && !address.needsTls()
                    ? preferred(address)
                    : connect(address, sslMode(address.tls()));
            SourceConnection opened = new SourceConnection(connection, address);
            opened.execute(SESSION);
            return opened;
        } catch (SQLException e) {
            throw refused(address, e);
        }
    }

    /**
     * The first of a server and its standbys that answers.
     *
     * @throws SourceException if none does, with what the server itself said
     */
    static SourceConfig.Address reachable(SourceConfig.Address address) {
        if (address.standby().isEmpty()) {
            return address;
        }
        List<SourceException> refusals = new ArrayList<>();
        for (SourceConfig.Address each : address.each()) {
            try (SourceConnection connection = open(each)) {
                return connection.address();
            } catch (SourceException e) {
                if (!e.retryable()) {
                    throw e;
                }
                refusals.add(e);
            }
        }
        throw SourceException.passing(
                refusals.stream().map(Throwable::getMessage).collect(Collectors.joining(" ")), refusals.get(0));
    }

    private static Connection preferred(SourceConfig.Address address) throws SQLException {
        try {
            return connect(address, "trust");
        } catch (SQLException e) {
            if (String.valueOf(e.getMessage()).contains("ssl not enabled")) {
                return connect(address, "disable");
            }
            throw e;
        }
    }

    private static String sslMode(TlsMode mode) {
        return switch (mode) {
            case DISABLED -> "disable";
            case PREFERRED, REQUIRED -> "trust";
            case VERIFY_CA -> "verify-ca";
            case VERIFY_IDENTITY -> "verify-full";
        };
    }

    private static Connection connect(SourceConfig.Address address, String sslMode) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", secret(address));
        properties.setProperty("sslMode", sslMode);
        properties.setProperty("connectTimeout", "10000");
        properties.setProperty("allowPublicKeyRetrieval", "true");
        properties.setProperty("tinyInt1isBit", "false");
        properties.setProperty("yearIsDateType", "false");
        // A server that is gone without a word is noticed within a minute; by the system's own it would be two hours.
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("tcpKeepIdle", "30");
        properties.setProperty("tcpKeepInterval", "10");
        properties.setProperty("tcpKeepCount", "3");
        properties.setProperty("socketFactory", SqlSockets.class.getName());
        properties.setProperty("tlsSocketType", SqlTls.TYPE);
        if (address.tls().verifies()) {
            properties.setProperty("serverSslCert", address.certificateAuthority());
        }
        return DriverManager.getConnection("jdbc:mariadb://" + address + "/", properties);
    }

    private static String secret(SourceConfig.Address address) {
        if (address.login() instanceof SourceLogin.RdsToken login) {
            if (address.tls() == TlsMode.DISABLED) {
                throw SourceException.fatal(
                        "A token of IAM may go to " + address
                                + " only over TLS, and source.tls is disabled. Set it to required, or better to verify-identity.");
            }
            return RdsTokens.of(address, login);
        }
        return ((SourceLogin.Password) address.login()).text();
    }

    private static SourceException refused(SourceConfig.Address address, SQLException e) {
        if (e.getErrorCode() == ACCESS_DENIED) {
            return SourceException.fatal(
                    "Cannot log in to " + address + " as '" + address.user() + "': the server says '" + e.getMessage()
                            + "'. " + check(address),
                    e);
        }
        if (e.getErrorCode() == OTHER_PROTOCOL || String.valueOf(e.getMessage()).contains("authentication")) {
            return SourceException.fatal(
                    "Cannot log in to " + address + " as '" + address.user() + "': " + e.getMessage()
                            + ". Let the user log in by mysql_native_password, caching_sha2_password or ed25519, on RDS also by IAM (source.login=rds-iam).",
                    e);
        }
        return TlsFailure.of(address, e)
                .orElseGet(() -> SourceException.passing("Cannot connect to " + address + ": " + e.getMessage(), e));
    }

    private static String check(SourceConfig.Address address) {
        return address.login() instanceof SourceLogin.RdsToken login
                ? "Check that the user is one of IAM (IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS'), that the AWS credentials"
                        + " of this process allow rds-db:connect for it in "
                        + RdsTokens.region(address.host(), login.region()) + ", and this machine's clock."
                : "Check the user and the password.";
    }

    /** Where this connection leads. */
    SourceConfig.Address address() {
        return address;
    }

    /** A statement for the text protocol, whose result sets are streamed. */
    Statement streaming() throws SQLException {
        Statement statement = connection.createStatement();
        statement.setFetchSize(1000);
        return statement;
    }

    /** Runs a statement; a failure is a {@link SourceException} that names it. */
    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /** Runs a statement that may be refused; the refusal is returned. */
    Optional<SQLException> attempt(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e);
        }
    }

    /** All rows of a query, each as a list of texts in which NULL is an empty text. */
    List<List<String>> query(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int index = 1; index <= result.getMetaData().getColumnCount(); index++) {
                    String text = result.getString(index);
                    row.add(text == null ? "" : text);
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /** As {@link #query} inside a transaction, which then lets go of the tables that were read. */
    List<List<String>> queryInside(String sql) {
        execute("SAVEPOINT caudal");
        List<List<String>> rows = query(sql);
        execute("ROLLBACK TO SAVEPOINT caudal");
        return rows;
    }

    /** The first column of the first row of a query; an empty text if there is none. */
    String value(String sql) {
        List<List<String>> rows = query(sql);
        return rows.isEmpty() ? "" : rows.get(0).get(0);
    }

    /** What the server calls its version; it is asked once. */
    String version() {
        if (version.isEmpty()) {
            version = value("SELECT VERSION()");
        }
        return version;
    }

    boolean isMariaDb() {
        return version().contains("MariaDB");
    }

    /** A system variable, or empty where the server does not have it. */
    Optional<String> variable(String name) {
        List<List<String>> rows = query("SHOW GLOBAL VARIABLES LIKE " + text(name));
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0).get(1));
    }

    /** What a failed statement means: a lost connection passes, everything else does not. */
    SourceException failed(String sql, SQLException e) {
        String message = "The server " + address + " refused '" + sql + "': " + e.getMessage();
        String state = String.valueOf(e.getSQLState());
        boolean passing = PASSING.contains(e.getErrorCode())
                || state.startsWith("08")
                || state.equals("70100")
                || state.startsWith("HY000") && isClosed();
        return passing ? SourceException.passing(message, e) : SourceException.fatal(message, e);
    }

    private boolean isClosed() {
        try {
            return !connection.isValid(2);
        } catch (SQLException e) {
            return true;
        }
    }

    /** An identifier as SQL: in backquotes. */
    static String identifier(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    /** A text as SQL: in quotes. */
    static String text(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** Ends what the connection is doing, from any thread. */
    void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // It is gone already, which is what was wanted.
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            abort();
        }
    }
}
