package dev.caudal.testkit;

import dev.caudal.local.ChildProcess;
import dev.caudal.local.ChildProcesses;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.MariaDbUser;
import dev.caudal.local.Port;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A fresh MariaDB of Debian for one test: 11.8, which has the plug-ins that {@link TestMariaDb} lacks, or 10.11. One thread
 * starts, kills and closes it.
 *
 * <p>The first use downloads about 20 MB of Debian packages. Where that is not possible the test is skipped.
 */
public final class TestPluggedMariaDb implements TestDatabase {
    private final LocalDirectory folder;
    private final List<String> options;
    private final DebianPrograms programs;
    private ChildProcess server;

    private TestPluggedMariaDb(LocalDirectory folder, List<String> options, DebianPrograms programs) {
        this.folder = folder;
        this.options = options;
        this.programs = programs;
        this.server = start(Port.any());
    }

    /**
     * Starts a server of version 11.8, or skips the test when this machine cannot have one.
     *
     * @param options more options of {@code mariadbd}, which win over the usual ones
     * @return the serving database
     */
    public static TestPluggedMariaDb start(String... options) {
        return start("mariadb-debian", "sid", options);
    }

    /**
     * The same of version 10.11.
     *
     * @param options more options of {@code mariadbd}, which win over the usual ones
     * @return the serving database
     */
    public static TestPluggedMariaDb startOlder(String... options) {
        return start("mariadb-debian-12", "bookworm", options);
    }

    private static TestPluggedMariaDb start(String folder, String suite, String... options) {
        Path root = TestFolder.cache().resolve(folder);
        var programs = DebianPrograms.fetch(root, suite, "mariadb-server-core libc6", "mariadb-server");
        return new TestPluggedMariaDb(TestFolder.create("mariadb"), List.of(options), programs);
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
        server.stop(Duration.ofSeconds(30));
        server = start(Port.exactly(server.port()));
    }

    @Override
    public void close() {
        TestFolder.delete(folder);
    }

    private ChildProcess start(Port port) {
        var data = folder.data("mariadb").resolve("data");
        var user = MariaDbUser.administrator(user(), password());
        return new ChildProcesses(folder).ensure(new PluggedMariaDbService(programs, data, port, options, user));
    }
}
