package dev.caudal.cluster;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.caudal.local.OwnerFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Values as files of a folder, {@code NAME.json} each, readable by its owner only. Any thread may read it; who writes takes
 * care that nobody else does.
 *
 * @param <T> the type of the values
 */
final class JsonFolder<T> {
    private static final String END = ".json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .build();

    private final Path folder;
    private final Pattern names;
    private final Class<T> type;

    /** The values in {@code folder}; what is not called as {@code names} say is somebody else's. */
    JsonFolder(Path folder, Pattern names, Class<T> type) {
        this.folder = folder;
        this.names = names;
        this.type = type;
    }

    /** All of them, by name. */
    List<T> all() {
        try (var files = Files.list(folder)) {
            return files.filter(this::isOurs).sorted().map(this::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String name) {
        return Files.exists(file(name));
    }

    /** Keeps a value in one step, over the one of that name. */
    T write(String name, T value) {
        try {
            OwnerFile.replace(file(name), JSON.writeValueAsString(value));
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write %s: %s.".formatted(file(name), e.getMessage()), e);
        }
    }

    void delete(String name) {
        try {
            Files.delete(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOurs(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(END)
                && names.matcher(name.substring(0, name.length() - END.length()))
                        .matches();
    }

    private Path file(String name) {
        return folder.resolve(name + END);
    }

    private T read(Path file) {
        try {
            return JSON.readValue(Files.readAllBytes(file), type);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read %s.".formatted(file), e);
        }
    }
}
