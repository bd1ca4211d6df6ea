package dev.caudal.bench;

import dev.caudal.local.Port;
import dev.caudal.local.Service;
import dev.caudal.server.connect.ConnectClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * How a stock distributed Connect worker is run.
 *
 * @param libs the folder of its class path
 * @param file where its settings are written
 * @param settings them, but for the port
 * @param options options of its Java
 */
record WorkerService(Path libs, Path file, Map<String, String> settings, List<String> options) implements Service {
    @Override
    public String name() {
        return "worker";
    }

    @Override
    public Port port() {
        return Port.any();
    }

    @Override
    public List<String> command(int port) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", libs + "/*", "org.apache.kafka.connect.cli.ConnectDistributed", file.toString()));
        return command;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public void prepare(int port) {
        var properties = new Properties();
        properties.putAll(settings);
        properties.put("listeners", "http://127.0.0.1:" + port);
        properties.put("rest.advertised.host.name", "127.0.0.1");
        try (var out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean answers(int port) {
        return ConnectClient.local(port).isHealthy();
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(90);
    }
}
