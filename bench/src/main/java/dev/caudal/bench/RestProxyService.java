package dev.caudal.bench;

import dev.caudal.local.Port;
import dev.caudal.local.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The REST proxy alone in a process, as {@code caudal rest-proxy start} runs it: with the launcher's options for Java, and
 * all other settings at their defaults.
 *
 * @param file where its settings are written
 * @param bootstrapServers the broker
 * @param options more options of its Java, which win
 */
record RestProxyService(Path file, String bootstrapServers, List<String> options) implements Service {
    @Override
    public String name() {
        return "rest-proxy";
    }

    @Override
    public Port port() {
        return Port.any();
    }

    @Override
    public List<String> command(int port) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xshare:auto", "-Xms64m", "-Xmx512m", "-XX:+UseG1GC", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(options);
        command.addAll(List.of("dev.caudal.cli.Main", "rest-proxy", "start", file.toString()));
        return command;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("CLASSPATH", System.getProperty("java.class.path"));
    }

    @Override
    public void prepare(int port) {
        try {
            Files.writeString(
                    file, "listeners=http://127.0.0.1:%d%nbootstrap.servers=%s%n".formatted(port, bootstrapServers));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean answers(int port) {
        try (var connection = new HttpConnection(port)) {
            return connection.exchange(HttpRequest.get("/topics", "*/*")).isFine();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(90);
    }
}
