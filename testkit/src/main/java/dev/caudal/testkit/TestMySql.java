package dev.caudal.testkit;

import dev.caudal.local.ChildProcess;
import dev.caudal.local.ChildProcesses;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.Port;
import java.time.Duration;
import java.util.List;

/**
 * A fresh Oracle MySQL 9 server for one test, with a full row log and GTIDs; one thread starts, kills and closes it.
 *
 * <p>The first use downloads about 63 MB of Debian packages. Where that is not possible the test is skipped.
 */
public final class TestMySql implements TestDatabase {
    private final LocalDirectory folder;
    private final List<String> options;
    private ChildProcess server;

    private TestMySql(LocalDirectory folder, List<String> options, MySqlProgram program) {
        this.folder = folder;
        this.options = options;
        this.server = start(program, Port.any());
    }

    /**
     * Starts a server, or skips the test when this machine cannot have one.
     *
     * @param options more options of {@code mysqld}, which win over the usual ones
     * @return the serving database
     */
    public static TestMySql start(String... options) {
        var program = MySqlProgram.fetch(TestFolder.cache());
        return new TestMySql(TestFolder.create("mysql"), List.of(options), program);
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
        server = start(MySqlProgram.fetch(TestFolder.cache()), Port.exactly(server.port()));
    }

    @Override
    public void close() {
        TestFolder.delete(folder);
    }

    private ChildProcess start(MySqlProgram program, Port port) {
        var data = folder.data("mysql").resolve("data");
        var service = new MySqlService(program, data, port, options, user(), password());
        return new ChildProcesses(folder).ensure(service);
    }
}
