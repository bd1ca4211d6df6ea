package dev.caudal.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
    private static final Instant START = Instant.parse("2026-05-20T19:33:55Z");

    @TempDir
    private Path folder;

    @Test
    void full_files_are_kept_and_the_oldest_go() throws Exception {
        var log = new AuditLog(folder, 500);
        for (int i = 0; i < 100; i++) {
            log.add(entry(i));
        }

        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(10).allSatisfy(file -> assertThat(file).isNotEmptyFile());
        }
        var all = log.read(Instant.EPOCH, 1000);
        assertThat(all).hasSizeBetween(20, 50);
        assertThat(all.get(all.size() - 1).path("request").asText()).isEqualTo("POST /99");
        assertThat(log.read(START.plusSeconds(98), 1000)).hasSize(2);
        assertThat(log.read(Instant.EPOCH, 3).get(0).path("request").asText()).isEqualTo("POST /97");
    }

    @Test
    void half_a_line_hides_no_other() throws Exception {
        var log = new AuditLog(folder, 10_000);
        log.add(entry(1));
        Files.writeString(folder.resolve("audit.jsonl"), "{\"time\":\"20\n", StandardOpenOption.APPEND);
        log.add(entry(2));

        assertThat(log.read(Instant.EPOCH, 10)).hasSize(2);
    }

    @Test
    void half_a_line_without_an_end_and_half_a_character_hide_no_other() throws Exception {
        var log = new AuditLog(folder, 10_000);
        log.add(entry(1));
        // An n with its tilde cut in half.
        Files.write(folder.resolve("audit.jsonl"), new byte[] {'{', '"', (byte) 0xC3}, StandardOpenOption.APPEND);
        log.add(entry(2));

        assertThat(log.read(Instant.EPOCH, 10)).hasSize(2);
    }

    private static AuditEntry entry(int i) {
        return new AuditEntry(START.plusSeconds(i), "ana", "127.0.0.1", "POST /" + i, "", 200);
    }
}
