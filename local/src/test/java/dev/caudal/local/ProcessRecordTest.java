package dev.caudal.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRecordTest {
    private static final List<String> SLEEP = List.of("/bin/sleep", "600");

    @TempDir
    private Path root;

    private Process sleeper;
    private LocalDirectory folder;

    @BeforeEach
    void start() throws IOException {
        folder = new LocalDirectory(root);
        sleeper = Detached.from(root, SLEEP).start();
        var live = new LiveProcess(sleeper.toHandle());
        assertThat(Waiting.until(
                        Duration.ofSeconds(5),
                        Duration.ofMillis(5),
                        () -> live.command().equals(SLEEP)))
                .isTrue();
    }

    @AfterEach
    void stop() {
        sleeper.destroyForcibly();
    }

    @Test
    void a_record_comes_back_as_it_was_written() {
        var record = record(started(), SLEEP);

        record.write(folder);

        assertThat(ProcessRecord.read(folder, "sleeper")).contains(record);
        assertThat(ProcessRecord.all(folder)).containsExactly(record);
    }

    @Test
    void a_record_cut_off_in_the_middle_counts_as_none() throws IOException {
        Files.writeString(folder.run().resolve("sleeper.json"), "{\"name\": \"slee");

        assertThat(ProcessRecord.read(folder, "sleeper")).isEmpty();
    }

    @Test
    void a_process_with_the_recorded_start_and_command_is_the_recorded_one() throws InterruptedException {
        var record = record(started(), SLEEP);

        assertThat(record.isAlive()).isTrue();
        assertThat(record.stop(Duration.ofSeconds(5))).isTrue();
        assertThat(record.isAlive()).isFalse();
        assertThat(sleeper.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void another_process_that_got_the_same_number_is_never_touched() {
        var earlier = record(started().minusSeconds(3600), SLEEP);
        var other = record(started(), List.of("/bin/sleep", "601"));

        for (var record : List.of(earlier, other)) {
            record.write(folder);
            assertThat(record.isAlive()).isFalse();
            assertThat(record.stop(Duration.ofSeconds(1))).isTrue();
            assertThat(new ChildProcesses(folder).stopAll()).isEmpty();
            assertThat(ProcessRecord.read(folder, "sleeper")).isEmpty();
        }
        assertThat(sleeper.isAlive()).isTrue();
    }

    @Test
    void a_process_that_ignores_the_request_to_end_is_killed_after_its_grace() throws IOException {
        var stubborn =
                new ProcessBuilder("/bin/sh", "-c", "trap '' TERM; echo ready; while :; do sleep 1; done").start();
        assertThat(stubborn.inputReader().readLine()).isEqualTo("ready");
        var live = new LiveProcess(stubborn.toHandle());
        var record = new ProcessRecord("stubborn", stubborn.pid(), live.started(), live.command(), 1);

        assertThat(record.stop(Duration.ofMillis(300))).isFalse();

        assertThat(record.isAlive()).isFalse();
    }

    private Instant started() {
        return new LiveProcess(sleeper.toHandle()).started();
    }

    private ProcessRecord record(Instant started, List<String> command) {
        return new ProcessRecord("sleeper", sleeper.pid(), started, command, 9);
    }
}
