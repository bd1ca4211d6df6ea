package dev.caudal.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.net.SocketFactory;

/**
 * How one broker of a cluster of several is run: on an address of its own, with a small heap.
 *
 * @param name its name among the children of the platform's folder
 * @param data where its settings and its log are
 * @param address one of this machine, on which it serves
 * @param clientPort where its clients connect
 * @param greeting where it is asked whether it serves
 * @param cluster the id of the Kafka cluster that it belongs to, the same for all its nodes
 * @param settings what makes it a node of this cluster: roles, number, voters, listeners
 * @param program what runs {@link BrokerMain}; it gets the file with the settings, the cluster's id, the address
 */
public record BrokerService(
        String name,
        Path data,
        InetAddress address,
        int clientPort,
        Greeting greeting,
        String cluster,
        Map<String, String> settings,
        Class<?> program)
        implements Service {
    private static final long ROOM_MIB = 32;
    private static final List<String> HEAP =
            List.of("-Xms32m", "-Xmx160m", "-Xss512k", "-XX:MaxDirectMemorySize=64m", "-XX:+UseSerialGC");

    /**
     * How a broker is asked whether it serves: not all ports take everybody.
     *
     * @param sockets those that the port takes
     * @param port one of its own
     */
    public record Greeting(SocketFactory sockets, int port) {}

    /** Copies the settings. */
    public BrokerService {
        settings = Map.copyOf(settings);
    }

    @Override
    public Port port() {
        return Port.exactly(clientPort);
    }

    @Override
    public List<String> command(int chosen) {
        var options = Stream.concat(HEAP.stream(), KafkaService.COMMON.stream()).toList();
        return JavaCommand.likeThisProcess().of(options, program, file().toString(), cluster, address.getHostAddress());
    }

    @Override
    public Map<String, String> environment() {
        var environment = new TreeMap<>(JavaCommand.likeThisProcess().environment());
        // Else glibc keeps an arena for each thread, which doubles the memory of a small process.
        environment.put("MALLOC_ARENA_MAX", "2");
        return environment;
    }

    /**
     * Why a broker cannot be started in a folder, if its disk is so full that the broker would end at once.
     *
     * @param data the folder
     * @return a sentence; empty when there is room
     */
    public static Optional<String> lackOfRoom(Path data) {
        try {
            long free = Files.getFileStore(data).getUsableSpace() >> 20;
            return free >= ROOM_MIB
                    ? Optional.empty()
                    : Optional.of(
                            "The disk of %s is full: %d MiB are free, a broker needs %d MiB to start. It starts when there is room again."
                                    .formatted(data, free, ROOM_MIB));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void prepare(int chosen) {
        lackOfRoom(data).ifPresent(lack -> {
            throw new LocalServerException(lack);
        });
        BrokerSettings.write(all(), file());
    }

    /**
     * Whether the broker, if it runs, was started with these settings.
     *
     * @return false also when it was never started
     */
    public boolean isPrepared() {
        try {
            return Files.exists(file()) && Files.readString(file()).equals(BrokerSettings.text(all()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> all() {
        var all = new TreeMap<>(BrokerSettings.BEHAVIOUR);
        all.putAll(settings);
        all.put("log.dirs", data.resolve("log").toString());
        return all;
    }

    @Override
    public boolean answers(int chosen) {
        return KafkaGreeting.answers(greeting.sockets(), address, greeting.port());
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(150);
    }

    private Path file() {
        return data.resolve("server.properties");
    }
}
