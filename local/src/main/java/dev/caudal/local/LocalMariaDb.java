package dev.caudal.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A real MariaDB server in a process of its own, with its data in the platform's folder and a full row log.
 *
 * <p>It outlives this process when this one is killed; the next start adopts it. Start and stop belong to one thread.
 */
public final class LocalMariaDb {
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final ChildProcess process;
    private final MariaDbUser user;

    private LocalMariaDb(ChildProcess process, MariaDbUser user) {
        this.process = process;
        this.user = user;
    }

    /**
     * What a local MariaDB is started with.
     *
     * @param port where clients shall connect on the loopback address
     * @param user the user that the first start creates; later starts only take its name and password for granted
     * @param programs the folder that the server's programs are unpacked into, once for each version
     * @param options more options of the server, which win over ours
     */
    public record Settings(Port port, MariaDbUser user, Path programs, List<String> options) {
        /** Copies the options. */
        public Settings {
            options = List.copyOf(options);
        }
    }

    /**
     * Starts the server, or adopts the one that runs for this folder; returns when it serves.
     *
     * @param folder the platform's folder
     * @param settings port, user, options
     * @return the serving database
     * @throws LocalServerException when it does not start, or its programs are neither on the class path nor in their folder
     */
    public static LocalMariaDb start(LocalDirectory folder, Settings settings) {
        var service = new MariaDbService(folder, settings);
        return new LocalMariaDb(new ChildProcesses(folder).ensure(service), settings.user());
    }

    /**
     * Whether the server's programs are on this machine.
     *
     * @param programs the folder of {@link Settings#programs}
     * @return whether they are on the class path or, as the launcher fetches them, in the folder
     */
    public static boolean hasPrograms(Path programs) {
        return MariaDbProgram.isFound(programs);
    }

    /**
     * The address for JDBC, without user and password.
     *
     * @param database the database's name, empty for none
     * @return a URL of the MariaDB driver
     */
    public String jdbcUrl(String database) {
        return "jdbc:mariadb://127.0.0.1:%d/%s".formatted(port(), database);
    }

    /**
     * The user that was created on the first start.
     *
     * @return its name and password
     */
    public MariaDbUser user() {
        return user;
    }

    /**
     * The port of the server.
     *
     * @return 1 to 65535
     */
    public int port() {
        return process.port();
    }

    /**
     * The server's process.
     *
     * @return its number
     */
    public long pid() {
        return process.pid();
    }

    /**
     * The server as a child of this process, to be supervised.
     *
     * @return the same for as long as the server is not stopped
     */
    public ChildProcess process() {
        return process;
    }

    /**
     * Whether the server was found running.
     *
     * @return false when this process started it
     */
    public boolean adopted() {
        return process.adopted();
    }

    /**
     * Whether the server's process runs.
     *
     * @return false after it was stopped, killed, or has crashed
     */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the server in order and waits for it. */
    public void stop() {
        process.stop(GRACE);
    }

    /** Ends the server by SIGKILL, as a crash would; it can be started again on its data. */
    public void kill() {
        process.kill();
    }
}
