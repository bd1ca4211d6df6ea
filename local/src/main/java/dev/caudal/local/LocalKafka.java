package dev.caudal.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A real Apache Kafka broker in a process of its own, with its data in the platform's folder.
 *
 * <p>It outlives this process when this one is killed; the next start adopts it. Start and stop belong to one thread.
 */
public final class LocalKafka {
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final ChildProcess process;

    private LocalKafka(ChildProcess process) {
        this.process = process;
    }

    /**
     * Starts the broker, or adopts the one that runs for this folder; returns when it serves.
     *
     * @param folder the platform's folder
     * @param port where clients shall connect on the loopback address
     * @return the serving broker
     * @throws LocalServerException when it does not start
     */
    public static LocalKafka start(LocalDirectory folder, Port port) {
        return start(folder, port, List.of(), Map.of());
    }

    /**
     * The same with other settings of the broker.
     *
     * @param folder the platform's folder
     * @param port where clients shall connect on the loopback address
     * @param settings names and values of Kafka's, which win over ours
     * @return the serving broker
     * @throws LocalServerException when it does not start
     */
    public static LocalKafka start(LocalDirectory folder, Port port, Map<String, String> settings) {
        return start(folder, port, List.of(), settings);
    }

    /**
     * The same with more listeners and other settings; a broker that runs with others is started anew.
     *
     * @param folder the platform's folder
     * @param port where clients shall connect without any security; the broker itself does, too
     * @param more where else it shall serve
     * @param settings names and values of Kafka's, which win over ours
     * @return the serving broker
     * @throws LocalServerException when it does not start
     */
    public static LocalKafka start(
            LocalDirectory folder, Port port, List<KafkaListener> more, Map<String, String> settings) {
        var service = new KafkaService(folder, port, more, settings, JavaCommand.likeThisProcess());
        return new LocalKafka(new ChildProcesses(folder).ensure(service));
    }

    /**
     * Where clients connect.
     *
     * @return {@code 127.0.0.1:PORT}
     */
    public String bootstrapServers() {
        return "127.0.0.1:" + port();
    }

    /**
     * The port of the clients' listener.
     *
     * @return 1 to 65535
     */
    public int port() {
        return process.port();
    }

    /**
     * The broker's process.
     *
     * @return its number
     */
    public long pid() {
        return process.pid();
    }

    /**
     * The broker as a child of this process, to be supervised.
     *
     * @return the same for as long as the broker is not stopped
     */
    public ChildProcess process() {
        return process;
    }

    /**
     * Whether the broker was found running.
     *
     * @return false when this process started it
     */
    public boolean adopted() {
        return process.adopted();
    }

    /**
     * Whether the broker's process runs.
     *
     * @return false after it was stopped, killed, or has crashed
     */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the broker in order and waits for it. */
    public void stop() {
        process.stop(GRACE);
    }

    /** Ends the broker by SIGKILL, as a crash would; it can be started again on its data. */
    public void kill() {
        process.kill();
    }
}
