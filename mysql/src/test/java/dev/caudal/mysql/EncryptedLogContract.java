package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.testkit.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that the server encrypts on its disk is sent to a task as any other. */
abstract class EncryptedLogContract {

    /** A server that encrypts its log. */
    abstract TestDatabase start(Path folder) throws IOException;

    @Test
    void changes_of_an_encrypted_log_are_captured(@TempDir Path folder) throws IOException {
        try (TestDatabase server = start(folder)) {
            server.execute("CREATE DATABASE e", "CREATE TABLE e.t (id INT PRIMARY KEY, v VARCHAR(40))");
            server.execute("INSERT INTO e.t VALUES (1, 'loaded in plain words')");
            try (Capture capture = Capture.start(SourceSettings.of(server, "e.t"))) {
                assertThat(capture.rows(1)).containsExactly("{'id':1,'v':'loaded in plain words'}");
                server.execute("UPDATE e.t SET v = 'changed in plain words'", "FLUSH BINARY LOGS");
                server.execute("DELETE FROM e.t");
                assertThat(capture.changes(2))
                        .containsExactly(
                                "UPDATE {'id':1,'v':'changed in plain words'}",
                                "DELETE {'id':1,'v':'changed in plain words'}");
                String first = capture.state().log().orElseThrow().start().file();
                capture.stop();
                server.restart();
                server.execute("INSERT INTO e.t VALUES (2, 'after the restart')");
                capture.resume();
                assertThat(capture.changes(1)).containsExactly("INSERT {'id':2,'v':'after the restart'}");
                assertThat(onDisk(server, first)).isNotEmpty().doesNotContain("in plain words");
            }
        }
    }

    private static String onDisk(TestDatabase server, String file) throws IOException {
        Path data = Path.of(server.value("SELECT @@datadir"));
        return Files.readString(data.resolve(file), StandardCharsets.ISO_8859_1);
    }
}
