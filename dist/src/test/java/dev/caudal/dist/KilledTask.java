package dev.caudal.dist;

import dev.caudal.server.connect.ConnectClient;
import dev.caudal.testkit.Eventually;
import dev.caudal.testkit.TestDatabase;
import java.util.List;
import java.util.TreeSet;

/** A task in a process that is killed. Only what is asked for while the process runs is answered. */
interface KilledTask extends AutoCloseable {
    /** Makes the task {@code task}, which loads and follows tables into topics of one partition, and lets it run. */
    void create(TestDatabase database, List<String> tables) throws Exception;

    /** Ends its work, and waits until nothing more comes. */
    void stop() throws Exception;

    /** Lets it load all its tables again. */
    void reload() throws Exception;

    /** SIGKILL. */
    void kill() throws InterruptedException;

    /** Starts the process again, which goes on with the task by itself. */
    void restart();

    /** SIGKILL of the broker, which is started again; returns when the worker answers again. */
    void killBroker() throws Exception;

    /** The worker's API. */
    ConnectClient client();

    String bootstrapServers();

    @Override
    void close();

    /** A worker that joins its group, or whose broker was killed, refuses requests for a while. */
    static void answered(String what, Eventually.Condition request) {
        var refusals = new TreeSet<String>();
        try {
            Eventually.holds(what, () -> {
                try {
                    return request.holds();
                } catch (RuntimeException e) {
                    refusals.add(String.valueOf(e.getMessage()));
                    return false;
                }
            });
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + ": " + refusals, e);
        }
    }
}
