package dev.caudal.local;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A kind of server that runs as a child process: how it is started and how one knows that it serves.
 *
 * <p>The thread that starts the server calls it.
 */
public interface Service {
    /**
     * Its name, which is also the name of its record, log and data folder.
     *
     * @return lower case letters
     */
    String name();

    /**
     * The port it shall serve on.
     *
     * @return the wish
     */
    Port port();

    /**
     * The address it serves on.
     *
     * @return one of this machine, usually 127.0.0.1
     */
    default InetAddress address() {
        return InetAddress.getLoopbackAddress();
    }

    /**
     * The command that runs it in the foreground.
     *
     * @param port the chosen port
     * @return program and arguments, the same for the same settings
     */
    List<String> command(int port);

    /**
     * What is added to the child's environment.
     *
     * @return names and values
     */
    Map<String, String> environment();

    /**
     * Writes what the server needs before it starts: settings, an empty data folder.
     *
     * @param port the chosen port
     */
    void prepare(int port);

    /**
     * Whether this very server answers on a port.
     *
     * @param port the port
     * @return false while it does not answer; an error is an answer of no
     */
    boolean answers(int port);

    /**
     * How long a start may take.
     *
     * @return the limit
     */
    Duration patience();
}
