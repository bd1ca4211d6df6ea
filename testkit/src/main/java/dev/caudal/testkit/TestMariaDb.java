package dev.caudal.testkit;

import dev.caudal.local.LocalDirectory;
import dev.caudal.local.LocalMariaDb;
import dev.caudal.local.MariaDbUser;
import dev.caudal.local.Port;
import java.util.List;

/** A fresh MariaDB server for one test, with a full row log; one thread starts, kills and closes it. */
public final class TestMariaDb implements TestDatabase {
    private final LocalDirectory folder;
    private final List<String> options;
    private LocalMariaDb server;

    private TestMariaDb(LocalDirectory folder, List<String> options) {
        this.folder = folder;
        this.options = options;
        this.server = start(Port.any());
    }

    /**
     * Starts a server, in about a second.
     *
     * @param options more options of {@code mariadbd}, which win over the usual ones
     * @return the serving database
     */
    public static TestMariaDb start(String... options) {
        return new TestMariaDb(TestFolder.create("mariadb"), List.of(options));
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public void kill() {
        server.kill();
    }

    @Override
    public void restart() {
        server.stop();
        server = start(Port.exactly(server.port()));
    }

    @Override
    public void close() {
        TestFolder.delete(folder);
    }

    private LocalMariaDb start(Port port) {
        var user = MariaDbUser.administrator(user(), password());
        var programs = TestFolder.cache().resolve("servers");
        return LocalMariaDb.start(folder, new LocalMariaDb.Settings(port, user, programs, options));
    }
}
