package dev.caudal.connect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.TreeSet;

/** A copy of a file in which keys that were broken over two lines or mistyped are right; values are left as they are. */
final class Mended {
    private final ConnectorFile file;
    private final Rules rules;
    private final ArrayList<String> lines;

    private Mended(ConnectorFile file, Rules rules) {
        this.file = file;
        this.rules = rules;
        this.lines = new ArrayList<>(file.text().lines().toList());
    }

    /**
     * Writes the copy beside the file.
     *
     * @return where it is
     * @throws LaunchException when it is there already, or cannot be written
     */
    static ConnectorFile write(ConnectorFile file, Rules rules) {
        var copy = beside(file.path());
        try {
            Files.writeString(copy, new Mended(file, rules).text(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new LaunchException(
                    LaunchException.Kind.BAD_FILE,
                    "Cannot write %s: it is there already. Use it, or take it away.".formatted(copy));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ConnectorFile.read(copy);
    }

    private static Path beside(Path path) {
        var name = path.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return path.resolveSibling(dot < 0 ? name + ".fixed" : name.substring(0, dot) + ".fixed" + name.substring(dot));
    }

    private String text() {
        var dropped = new ArrayList<Integer>();
        for (int place = 0; place < file.entries().size(); place++) {
            var entry = file.entries().get(place);
            var broken = BrokenKey.at(file.entries(), place, rules.names());
            if (broken.isPresent()) {
                lines.set(entry.line() - 1, broken.get().line());
                dropped.add(0, broken.get().tail().line() - 1);
                place++;
            } else if (!rules.knows(entry.key())) {
                Similarity.nearest(entry.key(), new TreeSet<>(rules.names()))
                        .ifPresent(right -> lines.set(
                                entry.line() - 1, entry.text().replaceFirst("\\Q" + entry.key() + "\\E", right)));
            }
        }
        dropped.forEach(line -> lines.remove(line.intValue()));
        return String.join("\n", lines) + "\n";
    }
}
