package dev.caudal.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The references in {@code docs/reference}, which are made of the code; {@code -Dgolden.update=true} rewrites them. */
public final class Golden {
    private static final Path FOLDER = Path.of("..", "docs", "reference");

    private Golden() {}

    /**
     * Compares a reference with what the code says.
     *
     * @param name the file's
     * @param generated all of it
     */
    public static void requireFile(String name, String generated) {
        var file = FOLDER.resolve(name);
        compare(file, Files.exists(file) ? read(file) : "", generated);
    }

    /**
     * Compares a section of a reference that several modules make.
     *
     * @param name the file's
     * @param heading of the section, of the second level, without its signs
     * @param generated what follows the heading, without headings of its level
     */
    public static void requireSection(String name, String heading, String generated) {
        var file = FOLDER.resolve(name);
        var text = read(file);
        var begin = "\n## " + heading + "\n\n";
        int start = text.indexOf(begin);
        if (start < 0) {
            throw new AssertionError(
                    "%s has no section '%s': write its heading where it shall be.".formatted(file, heading));
        }
        int next = text.indexOf("\n## ", start + begin.length() - 1);
        compare(
                file,
                text,
                text.substring(0, start + begin.length()) + generated + (next < 0 ? "" : text.substring(next)));
    }

    private static void compare(Path file, String present, String wanted) {
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.writeString(file, wanted);
            } else if (!present.equals(wanted)) {
                throw new AssertionError("%s is not what the code says: run this test with -Dgolden.update=true.%n%s"
                        .formatted(file, difference(present, wanted)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first lines that differ. */
    private static String difference(String present, String wanted) {
        var there = present.lines().toList();
        var made = wanted.lines().toList();
        for (int i = 0; i < Math.max(there.size(), made.size()); i++) {
            var is = i < there.size() ? there.get(i) : "(its end)";
            var shall = i < made.size() ? made.get(i) : "(its end)";
            if (!is.equals(shall)) {
                return "Line %d is: %s%nand shall be: %s".formatted(i + 1, is, shall);
            }
        }
        return "The ends of its lines differ.";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
