package dev.caudal.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the launcher fetches MariaDB, with a program in Maven's place that writes what Maven does. */
class LauncherTest {
    private static final String RESET = "\\033[0m\\033[0m";

    @TempDir
    private Path folder;

    @Test
    void what_is_fetched_is_told_without_the_codes_of_terminals() throws Exception {
        var told = fetch(0, "printf '" + RESET + "'; touch \"$out/mariadb.jar\"");

        assertThat(told).endsWith("(150 MB, once)\n").doesNotContain("\033");
        try (var programs = Files.list(folder.resolve("servers"))) {
            assertThat(programs).singleElement().asString().endsWith(".jar");
        }
    }

    @Test
    void what_cannot_be_fetched_is_told_with_what_maven_says() throws Exception {
        var told = fetch(1, "printf '\\033[1;31mno such artifact\\033[m\\n" + RESET + "'; exit 1");

        assertThat(told.lines().skip(1))
                .containsExactly("no such artifact", "caudal: MariaDB could not be fetched from Maven; see above");
    }

    /** What the launcher says, with this in place of Maven. */
    private String fetch(int code, String maven) throws IOException, InterruptedException {
        assumeThat(System.getProperty("os.name") + " " + System.getProperty("os.arch"))
                .isEqualTo("Linux amd64");
        var programs = Files.createDirectories(folder.resolve("bin"));
        var program = programs.resolve("mvn");
        Files.writeString(program, "#!/bin/bash\nfor last; do :; done; out=${last#*=}\n" + maven + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        var log = folder.resolve("log");
        var builder = new ProcessBuilder(
                        Repository.file("caudal").toString(),
                        "fetch-mariadb",
                        folder.resolve("servers").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().merge("PATH", programs.toString(), (path, first) -> first + ":" + path);
        var process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isEqualTo(code);
        return Files.readString(log);
    }
}
