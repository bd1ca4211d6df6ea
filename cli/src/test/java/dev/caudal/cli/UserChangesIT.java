package dev.caudal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.local.LocalDirectory;
import dev.caudal.server.access.PlatformUsers;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several commands that change the users at once. */
class UserChangesIT {
    private static final Path LOCKS = Path.of("/proc/locks");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path root;

    @Test
    void a_command_waits_for_another_one_and_loses_nothing_of_it() throws Exception {
        var password = Files.writeString(root.resolve("password"), "right").toString();
        var data = root.resolve("data");
        Files.createDirectories(data);
        var users = new PlatformUsers(new LocalDirectory(data)).file();
        try (var ana = add(data, "ana", password)) {
            assertThat(ana.finish("")).as(ana.err()).isEqualTo(ExitCode.OK);
        }
        var line = Files.readString(users);

        try (var eva = waiting(data, password, users, line)) {
            assertThat(eva.finish("")).as(eva.err()).isEqualTo(ExitCode.OK);
        }

        assertThat(Files.readString(users).lines().map(each -> each.split(":")[0]))
                .containsExactly("ana", "eva", "other");
    }

    /** A command that waits, while the one it waits for adds a user. */
    private CommandProcess waiting(Path data, String password, Path users, String line) throws Exception {
        var lock = users.resolveSibling("users.lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            var eva = add(data, "eva", password);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (Files.readAllLines(LOCKS).stream().noneMatch(each -> isWaiting(each, eva.pid()))) {
                assertThat(System.nanoTime()).as(eva.err()).isLessThan(end);
                Thread.sleep(20);
            }
            Files.writeString(users, line + line.replace("ana:", "other:"));
            assertThat(held.isValid()).isTrue();
            return eva;
        }
    }

    private static boolean isWaiting(String lock, long pid) {
        return lock.contains("->") && lock.contains(" " + pid + " ");
    }

    private CommandProcess add(Path data, String name, String password) throws Exception {
        return CommandProcess.start(
                root, "user", "add", name, "--role", "viewer", "--password-file", password, "--data", data.toString());
    }
}
