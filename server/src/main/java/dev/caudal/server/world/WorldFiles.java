package dev.caudal.server.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The bundled files of the demo's database: {@code schema.sql}, and per table a file of tab-separated UTF-8 lines of
 * which the first names the columns.
 */
final class WorldFiles {
    /** The tables' names; one that refers to another comes after it. */
    static final List<String> TABLES = List.of("country", "city", "countrylanguage");

    private WorldFiles() {}

    /**
     * Reads the tables' definitions.
     *
     * @return one {@code CREATE TABLE} statement per table, in the order in which they can be executed
     */
    static List<String> schema() {
        return Stream.of(text("schema.sql").split(";\n")).map(String::strip).toList();
    }

    /**
     * Reads all rows.
     *
     * @return the tables in the order of {@link #TABLES}
     */
    static List<WorldTable> tables() {
        return TABLES.stream().map(WorldFiles::table).toList();
    }

    private static WorldTable table(String name) {
        List<List<String>> lines = new ArrayList<>();
        text(name + ".tsv")
                .lines()
                .map(line -> Arrays.asList(line.split("\t", -1)))
                .forEach(lines::add);
        return new WorldTable(name, lines.get(0), lines.subList(1, lines.size()));
    }

    private static String text(String file) {
        try (InputStream stream = WorldFiles.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("Cannot read world/" + file + ": it is not on the class path beside "
                        + WorldFiles.class.getName() + ". Build Caudal again.");
            }
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read world/" + file + ": " + e.getMessage(), e);
        }
    }
}
