package dev.caudal.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.testkit.Effort;
import dev.caudal.testkit.Eventually;
import dev.caudal.testkit.Seeds;
import dev.caudal.testkit.Tags;
import dev.caudal.testkit.TestKafka;
import dev.caudal.testkit.TestMariaDb;
import dev.caudal.testkit.TestS3;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From a database into a bucket by two workers, one of which is always about to be killed, or to hang and come back. */
@Tag(Tags.FAULTS)
class SinkFaultsIT {
    private static final String RAW = "dev.caudal.s3.sink.RawJsonConverter";
    private static final String TASK = "task";
    private static final String SINK = "s3-sink";

    private static final int KILLS = Effort.of(2, 10);

    private final Random random = Seeds.random("sink faults");

    @Test
    @Tag(Tags.LONG)
    void each_change_is_in_the_bucket_once_whatever_becomes_of_the_workers() throws Exception {
        try (TestMariaDb database = TestMariaDb.start();
                Workload workload = new Workload(database, random, 1_000).start();
                TestKafka kafka = TestKafka.start();
                TestS3 store = TestS3.start();
                WorkerProcess first = WorkerProcess.start("4.3", kafka.bootstrapServers(), "pair");
                WorkerProcess second = WorkerProcess.start("4.3", kafka.bootstrapServers(), "pair");
                Audit audit = new Audit(kafka.bootstrapServers())) {
            store.createBucket(SinkSettings.BUCKET);
            kafka.createTopic(Workload.ORDERS, 3);
            first.client()
                    .put(
                            TASK,
                            new TaskSettings(
                                            database,
                                            kafka.bootstrapServers(),
                                            "pair",
                                            Workload.ORDERS + "," + Workload.NOTES)
                                    .map());
            first.client().put(SINK, sink(store));
            BucketAudit bucket = new BucketAudit(store);
            for (int kill = 0; kill < KILLS; kill++) {
                WorkerProcess victim = random.nextBoolean() ? first : second;
                awaitMore(bucket, first, 1 + random.nextInt(3));
                if (kill % 2 == 0) {
                    victim.kill();
                    victim.restart();
                } else {
                    // Longer than it takes the others to go on without it.
                    victim.hang();
                    awaitMore(bucket, victim == first ? second : first, 3);
                    victim.wake();
                }
            }
            awaitMore(bucket, first, 3);
            workload.halt();
            Eventually.holds(
                    "the topics tell what the tables have",
                    () -> audit.differences(database, Workload.ORDERS).isEmpty()
                            && audit.differences(database, Workload.NOTES).isEmpty());
            assertThat(audit.faults()).isEmpty();
            for (int partition = 0; partition < 3; partition++) {
                int of = partition;
                List<String> topic = topic(kafka, of);
                Eventually.holds(
                        "the bucket has all of partition " + of,
                        Duration.ofMinutes(4),
                        () -> bucket.messages(Workload.ORDERS, of).size() >= topic.size());
                assertThat(bucket.messages(Workload.ORDERS, of)).isEqualTo(topic);
            }
            System.out.println("changes " + audit.size() + ", commits " + bucket.commits());
        }
    }

    private static Map<String, String> sink(TestS3 store) {
        return SinkSettings.of(
                store,
                Workload.ORDERS,
                "tasks.max",
                "2",
                "key.converter",
                RAW,
                "value.converter",
                RAW,
                "flush.size",
                "200",
                "caudal.rotate.idle.ms",
                "1000",
                "consumer.override.session.timeout.ms",
                "6000",
                "consumer.override.heartbeat.interval.ms",
                "2000");
    }

    private static void awaitMore(BucketAudit bucket, WorkerProcess worker, int more) {
        long before = bucket.commits();
        try {
            Eventually.holds("more is committed", () -> bucket.commits() >= before + more);
        } catch (AssertionError e) {
            throw new AssertionError(worker.diagnosis(SINK), e);
        }
    }

    private static List<String> topic(TestKafka kafka, int partition) throws Exception {
        return kafka.consume(Workload.ORDERS, true).stream()
                .filter(record -> record.partition() == partition)
                .map(record -> record.offset() + " " + new String(record.key(), StandardCharsets.UTF_8) + " "
                        + new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }
}
