package dev.caudal.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Real processes and real kills; the pauses are those of a test. */
class SupervisorTest {
    private static final RestartPolicy QUICK =
            new RestartPolicy(Duration.ofMillis(5), Duration.ofMillis(40), Duration.ofHours(1), 5);

    @TempDir
    private Path root;

    private LocalDirectory folder;
    private ChildProcess child;

    @BeforeEach
    void start() throws IOException {
        folder = new LocalDirectory(root);
        Files.createFile(root.resolve("willing"));
        child = new ChildProcesses(folder).ensure(new Sleeper(root));
    }

    @AfterEach
    void stop() {
        new ChildProcesses(folder).stopAll();
    }

    @Test
    void the_pause_doubles_from_one_second_until_the_fifth_failure_makes_it_thirty() {
        assertThat(IntStream.rangeClosed(1, 7)
                        .mapToObj(RestartPolicy.USUAL::pause)
                        .map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 8L, 30L, 30L, 30L);
        assertThat(RestartPolicy.USUAL.needsPerson(4)).isFalse();
        assertThat(RestartPolicy.USUAL.needsPerson(5)).isTrue();
        assertThat(RestartPolicy.USUAL.health()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void a_killed_child_is_started_again_on_its_port_and_recorded() throws Throwable {
        long pid = child.pid();
        int port = child.port();
        supervised(QUICK, () -> {
            child.kill();
            await(() -> child.pid() != pid && child.isAlive());
            assertThat(child.port()).isEqualTo(port);
            assertThat(ProcessRecord.read(folder, "sleeper"))
                    .hasValueSatisfying(record -> assertThat(record.pid()).isEqualTo(child.pid()));
            assertThat(Trouble.all(folder)).singleElement().satisfies(trouble -> {
                assertThat(trouble.failures()).isEqualTo(1);
                assertThat(trouble.needsPerson()).isFalse();
                assertThat(trouble.reason()).contains("process " + pid);
            });
        });
        assertThat(Trouble.all(folder)).isEmpty();
    }

    @Test
    void a_child_that_keeps_failing_is_reported_and_tried_again_until_it_serves() throws Throwable {
        supervised(QUICK, () -> {
            Files.delete(root.resolve("willing"));
            child.kill();
            await(() -> Trouble.all(folder).stream().anyMatch(trouble -> trouble.failures() > 6));
            assertThat(Trouble.all(folder)).allMatch(Trouble::needsPerson);

            Files.createFile(root.resolve("willing"));
            await(() -> child.isAlive() && Files.exists(root.resolve("ready")));
        });
        assertThat(child.isAlive()).isTrue();
    }

    @Test
    void failures_are_forgotten_after_a_time_of_health() throws Throwable {
        var forgetful = new RestartPolicy(Duration.ofMillis(5), Duration.ofMillis(40), Duration.ofMillis(100), 5);
        long pid = child.pid();
        supervised(forgetful, () -> {
            child.kill();
            await(() -> child.pid() != pid && Trouble.all(folder).isEmpty());
            assertThat(child.isAlive()).isTrue();
        });
    }

    @Test
    void whenever_supervision_ends_a_stop_of_the_folder_leaves_no_child_behind() throws InterruptedException {
        for (int delay = 0; delay < 40; delay++) {
            var supervisor = new Supervisor(folder, List.of(child), QUICK);
            child.kill();
            Thread.sleep(delay);
            supervisor.close();
            new ChildProcesses(folder).stopAll();

            assertThat(ownProcesses()).as("after %d ms", delay).isEmpty();
            assertThat(ProcessRecord.all(folder)).isEmpty();
            child = new ChildProcesses(folder).ensure(new Sleeper(root));
        }
    }

    private void supervised(RestartPolicy policy, Executable body) throws Throwable {
        var supervisor = new Supervisor(folder, List.of(child), policy);
        try {
            body.execute();
        } finally {
            supervisor.close();
        }
    }

    private List<String> ownProcesses() {
        return ProcessHandle.current()
                .descendants()
                .map(LiveProcess::new)
                .filter(LiveProcess::isAlive)
                .map(process -> process.handle().pid() + " " + String.join(" ", process.command()))
                .filter(process -> process.contains(root.toString()))
                .toList();
    }

    private static void await(BooleanSupplier condition) {
        assertThat(Waiting.until(Duration.ofSeconds(10), Duration.ofMillis(5), condition))
                .isTrue();
    }

    /** A server that does nothing, and only while the file {@code willing} is there. */
    private record Sleeper(Path root) implements Service {
        @Override
        public String name() {
            return "sleeper";
        }

        @Override
        public Port port() {
            return Port.any();
        }

        @Override
        public List<String> command(int port) {
            return List.of(
                    "/bin/sh",
                    "-c",
                    "cd \"$0\" && test -e willing && touch ready && while :; do sleep 1; done",
                    root.toString());
        }

        @Override
        public Map<String, String> environment() {
            return Map.of();
        }

        @Override
        public void prepare(int port) {
            try {
                Files.deleteIfExists(root.resolve("ready"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean answers(int port) {
            return Files.exists(root.resolve("ready"));
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(10);
        }
    }
}
