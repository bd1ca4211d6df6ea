package dev.caudal.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.caudal.testkit.Npm;
import dev.caudal.testkit.TestMariaDb;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console in a browser, against a whole platform. Pictures of all screens are left in target/console. */
class ConsoleIT {

    private static final String LOADED = "LOADED";
    private static final String ROWS = """
            INSERT INTO world.city (Name, Population)
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
            SELECT CONCAT('City ', i), i FROM n
            """;

    @TempDir
    private Path data;

    @ParameterizedTest
    @ValueSource(strings = {"es", "en"})
    void somebody_who_has_only_the_console_sees_rows_and_a_change_arrive(String language) throws Exception {
        assumeTrue(Npm.isPossible() && browser().isPresent(), "This needs Node, npm and Chromium.");
        try (var database = TestMariaDb.start();
                var platform = new PlatformProcess(data)) {
            database.execute(
                    "CREATE DATABASE world",
                    "CREATE TABLE world.city (ID INT PRIMARY KEY AUTO_INCREMENT, Name CHAR(35) NOT NULL, Population INT NOT NULL)",
                    ROWS);

            var said = use(platform, database, language);

            assertThat(said).contains(LOADED, "CHANGED");
        }
    }

    private List<String> use(PlatformProcess platform, TestMariaDb database, String language) throws Exception {
        var folder = Npm.install();
        var program = folder.resolve("console.cjs");
        try (var script = Objects.requireNonNull(ConsoleIT.class.getResourceAsStream("console.cjs"))) {
            Files.write(program, script.readAllBytes());
        }
        var process = new ProcessBuilder(
                        "node",
                        program.toString(),
                        "http://127.0.0.1:" + platform.apiPort(),
                        browser().orElseThrow().toString(),
                        Integer.toString(database.port()),
                        database.user(),
                        database.password(),
                        platform.bootstrapServers(),
                        Path.of("target/console").toAbsolutePath().toString(),
                        language)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new ArrayList<String>();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                if (line.equals(LOADED)) {
                    database.execute("INSERT INTO world.city (Name, Population) VALUES ('Cibinong', 101300)");
                }
            }
        }
        assertThat(process.waitFor()).as(String.join("\n", said)).isZero();
        return said;
    }

    private static Optional<Path> browser() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
