package dev.caudal.s3.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreFaultsIT {
    private static final RestoreFixture FIXTURE = new RestoreFixture();
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int RECORDS = 6_000;
    private static final String TOPIC = "world-city";

    @TempDir
    private Path folder;

    @AfterAll
    static void stop() {
        FIXTURE.close();
    }

    @Test
    void while_one_runs_another_is_refused_and_when_it_is_killed_the_next_ends_it_exactly() throws Exception {
        FIXTURE.old.createTopic(TOPIC, 3, Map.of("retention.ms", "-1"));
        new Shop(FIXTURE.old).sell(TOPIC, 3, 0, RECORDS);
        FIXTURE.backUp(500, TOPIC);
        var first = start();
        try {
            awaitRecords(first, 300);

            assertThatThrownBy(() -> FIXTURE.restore(TOPIC).run())
                    .isInstanceOf(RestoreException.class)
                    .hasMessageContaining("process %d".formatted(first.pid()));
        } finally {
            first.destroyForcibly().waitFor();
        }
        long sentByFirst = records();

        var report = FIXTURE.restore(TOPIC).run();

        assertThat(sentByFirst).isLessThan(RECORDS);
        assertThat(report.sent()).isEqualTo(RECORDS - sentByFirst);
        assertThat(RestoreFixture.texts(FIXTURE.target.consume(TOPIC, false)))
                .isEqualTo(RestoreFixture.texts(FIXTURE.old.consume(TOPIC, true)));
    }

    private Process start() throws IOException {
        var settings = new Properties();
        settings.putAll(FIXTURE.storeSettings(RestoreFixture.BUCKET));
        var file = folder.resolve("bucket.properties");
        try (var out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SlowRestore.class.getName(),
                        file.toString(),
                        FIXTURE.target.bootstrapServers(),
                        TOPIC)
                .inheritIO()
                .start();
    }

    private static void awaitRecords(Process process, long wanted) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (records() < wanted) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                throw new AssertionError("The restore does not send.");
            }
            Thread.sleep(50);
        }
    }

    private static long records() throws Exception {
        var admin = FIXTURE.target.admin();
        if (!admin.listTopics().names().get().contains(TOPIC)) {
            return 0;
        }
        var ends = IntStream.range(0, 3)
                .mapToObj(partition -> new TopicPartition(TOPIC, partition))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return admin.listOffsets(ends).all().get().values().stream()
                .mapToLong(end -> end.offset())
                .sum();
    }
}
