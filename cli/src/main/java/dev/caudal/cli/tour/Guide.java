package dev.caudal.cli.tour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The guide in one language.
 *
 * @param chapters in order
 */
public record Guide(List<Chapter> chapters) {
    /**
     * Reads it.
     *
     * @param docs the folder {@code docs}
     * @param language {@code es} or {@code en}
     * @return all its chapters
     */
    public static Guide read(Path docs, String language) {
        var folder = docs.resolve(language).resolve(language.equals("es") ? "guia" : "guide");
        try (var files = Files.list(folder)) {
            return new Guide(files.filter(file -> file.getFileName().toString().matches("\\d.*\\.md"))
                    .sorted()
                    .map(Chapter::read)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("There is no guide in " + folder, e);
        }
    }
}
