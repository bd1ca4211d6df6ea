package dev.caudal.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * What a supervisor writes down about a server that has died and was not healthy for a minute since:
 * {@code run/NAME.trouble}. Other processes may read it.
 *
 * @param name the server's name
 * @param port the port it serves on
 * @param failures how often it has failed in a row, at least 1
 * @param last when it failed last
 * @param reason why, one line for people
 * @param needsPerson whether it failed so often that it will hardly recover by itself
 */
public record Trouble(String name, int port, int failures, Instant last, String reason, boolean needsPerson) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUFFIX = ".trouble";

    /**
     * All troubles of a folder.
     *
     * @param folder the platform's folder
     * @return the readable ones, sorted by name
     */
    public static List<Trouble> all(LocalDirectory folder) {
        try (var files = Files.list(folder.run())) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets the trouble of a server; nothing happens when there is none. */
    static void forget(LocalDirectory folder, String name) {
        try {
            Files.deleteIfExists(file(folder, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes it in one step: a reader sees the old or the new one. */
    void write(LocalDirectory folder) {
        var json = JSON.createObjectNode()
                .put("name", name)
                .put("port", port)
                .put("failures", failures)
                .put("last", last.toString())
                .put("reason", reason)
                .put("needsPerson", needsPerson);
        try {
            OwnerFile.replace(file(folder, name), json.toPrettyString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(LocalDirectory folder, String name) {
        return folder.run().resolve(name + SUFFIX);
    }

    private static Optional<Trouble> read(Path file) {
        try {
            return Optional.of(parse(JSON.readTree(Files.readAllBytes(file))));
        } catch (NoSuchFileException | JsonProcessingException | IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Trouble parse(JsonNode json) {
        return new Trouble(
                json.required("name").asText(),
                json.required("port").asInt(),
                json.required("failures").asInt(),
                Instant.parse(json.required("last").asText()),
                json.required("reason").asText(),
                json.required("needsPerson").asBoolean());
    }
}
