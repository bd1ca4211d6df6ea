package dev.caudal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a disk of its own, which only the superuser can make. */
class FullDiskIT {
    @TempDir
    private Path root;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(root.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=200m", "tmpfs", disk.toString()) == 0,
                "No file system can be mounted here.");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    void a_cluster_on_a_full_disk_fails_with_the_reason_and_goes_on_when_there_is_room() throws Exception {
        try (var plane = new TestPlane(disk)) {
            var arn = plane.create(TestPlane.request("full", 2));
            var traffic = new Traffic(plane.bootstrap(arn), "t");
            traffic.createTopic();
            traffic.send("before");
            var filler = disk.resolve("filler");
            fill(filler);

            try (var load = new Load(plane.bootstrap(arn), "t")) {
                plane.await(arn, "FAILED");
                assertThat(plane.describe(arn).stateInfo().message())
                        .contains("The disk of " + disk, "a broker needs 32 MiB to start");
            }
            Files.delete(filler);

            plane.await(arn, "ACTIVE");
            assertThat(traffic.read(1)).startsWith("before");
        }
    }

    private static void fill(Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            var block = new byte[1 << 12];
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
