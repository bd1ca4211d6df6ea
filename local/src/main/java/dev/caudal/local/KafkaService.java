package dev.caudal.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.SocketFactory;

/** How a local broker is run. */
final class KafkaService implements Service {
    /** What every broker of ours is run with, whatever its heap. */
    static final List<String> COMMON = List.of(
            "-XX:+ExitOnOutOfMemoryError",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true",
            "-Dlog4j2.disableJmx=true",
            "-Dlog4j2.shutdownHookEnabled=false",
            "-Dlog4j2.configurationFile=dev/caudal/local/child-log4j2.properties");

    private static final List<String> HEAP = List.of("-Xms64m", "-Xmx512m", "-XX:+UseG1GC");

    private final Path data;
    private final Port port;
    private final List<KafkaListener> more;
    private final JavaCommand java;
    private final Map<String, String> settings;

    /** A broker with {@code more} listeners, and {@code settings} that win over ours. */
    KafkaService(
            LocalDirectory folder,
            Port port,
            List<KafkaListener> more,
            Map<String, String> settings,
            JavaCommand java) {
        this.data = folder.data("kafka");
        this.port = port;
        this.more = List.copyOf(more);
        this.java = java;
        this.settings = Map.copyOf(settings);
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public Port port() {
        return port;
    }

    @Override
    public List<String> command(int chosen) {
        return java.of(
                Stream.of(HEAP.stream(), COMMON.stream(), listeners())
                        .flatMap(it -> it)
                        .toList(),
                BrokerMain.class,
                file().toString());
    }

    /** A broker that was started with others is not adopted: it would be closed where it shall be open, or open for ever. */
    private Stream<String> listeners() {
        return more.stream().map(each -> "-Ddev.caudal.listener." + each.endpoint() + "=" + each.advertised());
    }

    @Override
    public Map<String, String> environment() {
        return java.environment();
    }

    @Override
    public void prepare(int chosen) {
        more.forEach(each -> Port.exactly(each.port()).choose("the broker's listener " + each.name(), each.bound()));
        int controllerPort = Port.any().choose("the Kafka controller");
        new BrokerSettings(data.resolve("log"), chosen, controllerPort, more, settings).write(file());
    }

    @Override
    public boolean answers(int chosen) {
        return KafkaGreeting.answers(SocketFactory.getDefault(), address(), chosen);
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(90);
    }

    private Path file() {
        return data.resolve("server.properties");
    }
}
