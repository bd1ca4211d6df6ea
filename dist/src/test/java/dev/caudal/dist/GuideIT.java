package dev.caudal.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.testkit.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide, run as a reader runs it: by the launcher, one command after the other. */
class GuideIT {
    private static final int MINUTES = 15;

    @TempDir
    private Path data;

    /** What the launcher runs is what the build has just packaged; without the mark it would build it again. */
    @BeforeEach
    void prepare() throws IOException {
        Files.writeString(Repository.program().resolveSibling("built"), "");
        MariaDbPrograms.offer(data.resolve("servers"));
    }

    @AfterEach
    void stop() throws Exception {
        caudal("down").waitFor(MINUTES, TimeUnit.MINUTES);
        running().forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void every_command_of_the_guide_prints_what_the_guide_shows_and_nothing_is_left_running() throws Exception {
        var tour = caudal("tour", "--exit", "--lang", "es");
        try {
            assertThat(tour.waitFor(MINUTES, TimeUnit.MINUTES)).as(printed()).isTrue();
        } finally {
            tour.destroy();
        }

        assertThat(tour.exitValue()).as(printed()).isZero();
        Eventually.holds("nothing of it runs", () -> running().isEmpty());
    }

    private Process caudal(String command, String... options) throws IOException {
        var line = new ArrayList<>(List.of(Repository.file("caudal").toString(), command));
        line.addAll(List.of(options));
        line.addAll(List.of("--data", data.toString()));
        var builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    private Path log() {
        return data.resolve("guide.log");
    }

    private String printed() throws IOException {
        return Files.readString(log());
    }

    /** What works in the folder, or was started with it. */
    private List<ProcessHandle> running() {
        return ProcessHandle.allProcesses().filter(this::isOurs).toList();
    }

    private boolean isOurs(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"))
                    .startsWith(data);
        } catch (IOException e) {
            return false;
        }
    }
}
