package dev.caudal.cli.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TourTest {
    @TempDir
    private Path folder;

    @Test
    void a_file_is_shown_as_it_is_saved_with_what_is_otherwise_here() throws Exception {
        var file = new Block(
                List.of("js", "consumidor.js"),
                List.of("url: 'http://127.0.0.1:8182'", "folder: '~/.caudal'"),
                "Files",
                "Save it:",
                "here");
        var out = new StringWriter();
        try (var tour = new Tour(Path.of(".."), folder, new Narrator(new PrintWriter(out), false, false))) {
            tour.run(new Guide(List.of(new Chapter("Files", List.of(file)))), false);

            var saved = Files.readAllLines(folder.resolve("work/consumidor.js"));
            assertThat(saved).containsExactly(tour.here("url: 'http://127.0.0.1:8182'"), "folder: '" + folder + "'");
            assertThat(out.toString()).contains("consumidor.js:\n    " + String.join("\n    ", saved) + "\n");
        }
    }
}
