package dev.caudal.connect;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * The settings of a {@code .properties} file with their lines. Each is understood by Java's own reader; only where one begins
 * and ends is found here, and blanks at the end of a value, which nobody sees, are left out.
 */
final class PropertiesText {
    private PropertiesText() {}

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException when an escape is malformed; the message names its line
     */
    static List<Entry> entries(String text) {
        var lines = text.lines().toList();
        var entries = new ArrayList<Entry>();
        for (int first = 0; first < lines.size(); ) {
            int last = first;
            if (!isComment(lines.get(first))) {
                while (goesOn(lines.get(last)) && last + 1 < lines.size()) {
                    last++;
                }
                add(entries, first, lines.subList(first, last + 1));
            }
            first = last + 1;
        }
        return entries;
    }

    private static boolean isComment(String line) {
        var start = line.stripLeading();
        return start.isEmpty() || start.startsWith("#") || start.startsWith("!");
    }

    /** Whether an odd number of backslashes ends the line. */
    private static boolean goesOn(String line) {
        return backslashesBefore(line, line.length()) % 2 == 1;
    }

    private static int backslashesBefore(String line, int end) {
        int count = 0;
        while (end - count > 0 && line.charAt(end - count - 1) == '\\') {
            count++;
        }
        return count;
    }

    private static void add(List<Entry> entries, int first, List<String> lines) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(withoutBlanksAtEnd(String.join("\n", lines))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line %d: %s".formatted(first + 1, e.getMessage()), e);
        }
        properties
                .stringPropertyNames()
                .forEach(key -> entries.add(new Entry(first + 1, key, properties.getProperty(key), lines.get(0))));
    }

    /** A blank behind a backslash is meant. */
    private static String withoutBlanksAtEnd(String text) {
        var stripped = text.stripTrailing();
        boolean escaped = stripped.length() < text.length() && backslashesBefore(stripped, stripped.length()) % 2 == 1;
        return escaped ? text.substring(0, stripped.length() + 1) : stripped;
    }
}
