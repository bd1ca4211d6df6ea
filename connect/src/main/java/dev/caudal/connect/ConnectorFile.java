package dev.caudal.connect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file with the settings of one connector or worker.
 *
 * @param path where it is, as it was given
 * @param text all of it
 * @param entries its settings in their order
 */
record ConnectorFile(Path path, String text, List<Entry> entries) {
    /** The key of a request that creates a connector which says whether it shall run. */
    static final String INITIAL_STATE = "initial_state";

    ConnectorFile {
        entries = List.copyOf(entries);
    }

    /** Reads a file, JSON if it begins as such. */
    static ConnectorFile read(Path path) {
        try {
            var text = text(Files.readAllBytes(path));
            return new ConnectorFile(path, text, isJson(text) ? JsonText.entries(text) : PropertiesText.entries(text));
        } catch (IOException e) {
            throw new LaunchException(
                    LaunchException.Kind.BAD_FILE,
                    "Cannot read %s: %s."
                            .formatted(path, Files.exists(path) ? e.getMessage() : "there is no such file"));
        } catch (IllegalArgumentException e) {
            throw new LaunchException(
                    LaunchException.Kind.BAD_FILE, "Cannot read %s: %s.".formatted(path, e.getMessage()));
        }
    }

    /** Whether it is JSON and not properties. */
    boolean isJson() {
        return isJson(text);
    }

    /** All its settings; where a key is there twice, the last one. */
    Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        entries.stream()
                .filter(entry -> !entry.key().equals(INITIAL_STATE))
                .forEach(entry -> settings.put(entry.key(), entry.value()));
        return settings;
    }

    /** The entry that counts for a key. */
    Optional<Entry> entry(String key) {
        return entries.stream().filter(entry -> entry.key().equals(key)).reduce((first, last) -> last);
    }

    private static boolean isJson(String text) {
        return text.stripLeading().startsWith("{");
    }

    /** UTF-8, as people write today; what is none is Latin-1, as the form was defined. */
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
