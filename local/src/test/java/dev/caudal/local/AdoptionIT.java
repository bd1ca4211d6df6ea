package dev.caudal.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdoptionIT {
    @TempDir
    private Path root;

    @AfterEach
    void stop() {
        new ChildProcesses(new LocalDirectory(root)).stopAll();
    }

    @Test
    void servers_outlive_a_killed_parent_and_are_adopted_by_the_next_one() throws IOException, InterruptedException {
        var parent = parent();
        var pids = parent.inputReader().readLine();
        new ProcessBuilder("/bin/kill", "-9", Long.toString(parent.pid()))
                .start()
                .waitFor();
        parent.waitFor(10, TimeUnit.SECONDS);

        var folder = new LocalDirectory(root);
        var kafka = LocalKafka.start(folder, Port.preferred(9092));
        var database = LocalMariaDb.start(folder, ServersFixture.mariaDb(Port.preferred(3306)));

        assertThat(kafka.pid() + " " + database.pid()).isEqualTo(pids);
        assertThat(kafka.adopted() && database.adopted()).isTrue();
        assertThat(new ChildProcesses(folder).stopAll()).containsExactly("kafka", "mariadb");
        assertThat(kafka.isAlive() || database.isAlive()).isFalse();
    }

    @Test
    void a_server_whose_parent_was_killed_before_it_knew_its_number_is_found_by_its_command() {
        var folder = new LocalDirectory(root);
        var kafka = LocalKafka.start(folder, Port.any());
        var record = ProcessRecord.read(folder, "kafka").orElseThrow();
        ProcessRecord.starting(record.name(), record.command(), record.port()).write(folder);

        var found = LocalKafka.start(folder, Port.preferred(9092));

        assertThat(found.adopted()).isTrue();
        assertThat(found.pid()).isEqualTo(kafka.pid());
        assertThat(ProcessRecord.read(folder, "kafka")).contains(record);
    }

    @Test
    void children_do_not_get_the_terminals_interrupt() throws IOException, InterruptedException {
        var parent = parent();
        var pids = parent.inputReader().readLine();
        long kafka = Long.parseLong(pids.split(" ")[0]);
        try {
            assertThat(session(kafka))
                    .isNotEqualTo(session(ProcessHandle.current().pid()));
        } finally {
            parent.destroyForcibly().waitFor();
        }
    }

    private static String session(long pid) throws IOException {
        var process = new ProcessBuilder("ps", "-o", "sid=", "-p", Long.toString(pid)).start();
        return process.inputReader().readLine().strip();
    }

    private Process parent() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StarterMain.class.getName(),
                        root.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
