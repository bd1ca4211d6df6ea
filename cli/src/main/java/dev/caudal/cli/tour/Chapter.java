package dev.caudal.cli.tour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of the guide.
 *
 * @param title its first heading
 * @param blocks what is fenced in it, in order
 */
record Chapter(String title, List<Block> blocks) {
    private static final String FENCE = "```";

    static Chapter read(Path file) {
        try {
            return parse(file.getFileName().toString(), Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the guide's " + file, e);
        }
    }

    static Chapter parse(String name, List<String> lines) {
        var blocks = new ArrayList<Block>();
        var title = "";
        var heading = "";
        var paragraph = new ArrayList<String>();
        boolean over = false;
        for (int at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            if (line.startsWith(FENCE)) {
                int end = at + 1;
                while (!lines.get(end).equals(FENCE)) {
                    end++;
                }
                var words = List.of(line.substring(FENCE.length()).strip().split(" +", -1));
                blocks.add(new Block(
                        words,
                        List.copyOf(lines.subList(at + 1, end)),
                        heading,
                        String.join(" ", paragraph),
                        name + ":" + (at + 1)));
                paragraph.clear();
                at = end;
            } else if (line.startsWith("#")) {
                heading = line.replaceFirst("^#+ *", "");
                title = title.isEmpty() ? heading : title;
                paragraph.clear();
            } else if (line.isBlank()) {
                over = true;
            } else {
                if (over) {
                    paragraph.clear();
                }
                over = false;
                paragraph.add(line.strip());
            }
        }
        return new Chapter(title, List.copyOf(blocks));
    }
}
