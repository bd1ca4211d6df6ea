package dev.caudal.s3.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.s3.FaultyS3;
import dev.caudal.s3.FaultyS3.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks that end anywhere, hang and come back, and a store that fails: each record is committed exactly once. */
class CommitProtocolIT {
    private static final long AT = Instant.parse("2020-05-20T19:59:00Z").toEpochMilli();

    private static final int NOBODY = -1;

    private final SettableClock clock = new SettableClock("2026-01-01T00:00:00Z");
    private final TestBucket bucket = TestBucket.create();

    /** The task whose thread waits for the store. */
    private volatile int running = NOBODY;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void records_are_committed_exactly_once_whatever_happens_to_tasks_and_store(int seed) {
        Random random = new Random(seed + Long.getLong("seed", 0));
        Topic topic = topic(random, 300);
        List<TestTask> tasks = new ArrayList<>();
        try (FaultyS3 faulty = new FaultyS3(TestBucket.endpoint(), line -> {
            overtake(tasks, random);
            return random.nextInt(6) == 0 ? fault(random, line) : Fault.NONE;
        })) {
            for (int life = 0; life < 12; life++) {
                tasks.add(start(faulty, topic, random));
                for (int round = 0; round < 6; round++) {
                    // Earlier tasks are zombies: nobody told them that the partition is not theirs.
                    int one = random.nextInt(3) == 0 ? random.nextInt(tasks.size()) : tasks.size() - 1;
                    running = one;
                    live(tasks.get(one), 1 + random.nextInt(40));
                    running = NOBODY;
                    clock.pass(Duration.ofSeconds(random.nextInt(50)));
                }
            }
            TestTask last = start(faulty, topic, random);
            for (int i = 0; i < 400 && !last.caughtUp(); i++) {
                live(last, 50);
            }
            for (int i = 0; i < 20; i++) {
                clock.pass(Duration.ofMinutes(2));
                live(last, 50);
            }
        }
        assertThat(Audit.of(bucket, "city")).isEqualTo(topic.messages());
    }

    /** While a request of one task is on its way, another task goes a step. */
    private void overtake(List<TestTask> tasks, Random random) {
        int blocked = running;
        if (blocked == NOBODY || tasks.size() < 2 || random.nextInt(8) != 0) {
            return;
        }
        int other = random.nextInt(tasks.size());
        if (other != blocked) {
            running = NOBODY;
            live(tasks.get(other), 1 + random.nextInt(40));
            running = blocked;
        }
    }

    private TestTask start(FaultyS3 store, Topic topic, Random random) {
        return TestTask.start(
                bucket.settings(
                        "store.url",
                        store.endpoint().toString(),
                        "flush.size",
                        Integer.toString(10 + random.nextInt(40)),
                        "s3.part.retries",
                        "0",
                        "behavior.on.null.values",
                        "ignore"),
                topic,
                0,
                clock);
    }

    /** A round; a zombie may come too late to be let go on at all. */
    private static void live(TestTask task, int most) {
        try {
            task.round(most);
        } catch (ConnectException e) {
            throw new AssertionError(e);
        }
    }

    private static Fault fault(Random random, String line) {
        if (line.startsWith("POST") && line.contains("uploadId")) {
            return Fault.ERROR_IN_OK;
        }
        return List.of(Fault.SLOW_DOWN, Fault.INTERNAL_ERROR, Fault.RESET, Fault.LOST_ANSWER, Fault.LOST_ANSWER)
                .get(random.nextInt(5));
    }

    private static Topic topic(Random random, int count) {
        Topic topic = new Topic("city");
        long time = AT;
        for (int i = 0; i < count; i++) {
            time += random.nextInt(3000) - 300;
            topic.add(
                    time,
                    random.nextInt(20) == 0 ? null : "{\"n\":%d,\"x\":1.%02d0}".formatted(i, random.nextInt(100)));
            if (random.nextInt(15) == 0) {
                topic.skipOffset();
            }
        }
        return topic;
    }
}
