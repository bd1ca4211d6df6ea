package dev.caudal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caudal.local.LocalDirectory;
import dev.caudal.server.connect.ConnectPassword;
import dev.caudal.server.definition.PlatformException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinFileTest {
    private static final String CANARY = "Canary-8mQ";

    @TempDir
    private Path folder;

    @Test
    void what_was_written_is_read_and_unpacked_for_the_owner_only() throws IOException {
        var file = folder.resolve("join.json");
        var join = join("elsewhere", "127.0.0.1:9092");
        join.write(file);
        assertThat(JoinFile.read(file)).isEqualTo(join);
        assertThat(join.toString()).doesNotContain(CANARY);

        var worker = new LocalDirectory(folder.resolve("workers/8084"));
        join.unpack(worker);

        assertThat(Files.readString(PlatformApi.key(worker))).isEqualTo("key " + CANARY + "\n");
        assertThat(ConnectPassword.read(worker)).contains("password " + CANARY);
        for (var secret : Stream.of(file, PlatformApi.key(worker), ConnectPassword.file(worker))
                .toList()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_file_that_is_there_is_not_written_over() throws IOException {
        var file = Files.writeString(folder.resolve("thesis.txt"), "all my work");

        assertThatThrownBy(() -> join("here", "127.0.0.1:9092").write(file))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("Give another name");

        assertThat(file).hasContent("all my work");
        assertThat(folder).isDirectoryNotContaining("glob:**.draft");
    }

    @Test
    void another_version_is_refused_with_both_versions() throws IOException {
        var file = folder.resolve("join.json");
        join("here", "127.0.0.1:9092").write(file);
        Files.writeString(file, Files.readString(file).replace(PlatformApi.version(), "9.8.7"));

        assertThatThrownBy(() -> JoinFile.read(file))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("is of Caudal 9.8.7, and this is Caudal " + PlatformApi.version());
    }

    @Test
    void another_file_is_refused_without_repeating_it() throws IOException {
        for (var text : new String[] {"", "{\"password\": \"" + CANARY + "\"}", CANARY}) {
            var file = Files.writeString(folder.resolve("other.json"), text);
            assertThatThrownBy(() -> JoinFile.read(file))
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining("other.json is no join file of Caudal. Make one with")
                    .hasMessageNotContaining(CANARY);
        }
    }

    @Test
    void a_kafka_that_is_not_there_is_told_with_the_machine_that_it_is_on() {
        assertThatThrownBy(join("elsewhere", "127.0.0.1:1")::requireKafka)
                .isInstanceOf(TimeoutException.class)
                .hasMessageContaining("Kafka at 127.0.0.1:1 does not answer.")
                .hasMessageContaining("the join file was made on elsewhere, and this is ");
    }

    private static JoinFile join(String host, String servers) {
        return new JoinFile(PlatformApi.version(), host, servers, "cluster", "key " + CANARY, "password " + CANARY);
    }
}
