package dev.caudal.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the benchmark ran on. */
final class Machine {
    private Machine() {}

    static ObjectNode json() {
        return new ObjectMapper()
                .createObjectNode()
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put("processor", line("/proc/cpuinfo", "model name"))
                .put("memory", line("/proc/meminfo", "MemTotal"))
                .put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"))
                .put("java", Runtime.version().toString());
    }

    private static String line(String file, String name) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
