package dev.caudal.s3.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caudal.s3.FaultyS3;
import dev.caudal.s3.FaultyS3.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a task does when its store does not. */
class StoreFaultsIT {
    private static final long AT = Instant.parse("2020-05-20T19:10:00Z").toEpochMilli();
    private static final int LINE = 64 * 1024;

    private final SettableClock clock = new SettableClock("2026-01-01T00:00:00Z");
    private final TestBucket bucket = TestBucket.create();
    private final Topic topic = new Topic("city");

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"SLOW_DOWN", "INTERNAL_ERROR", "RESET", "LOST_ANSWER", "ERROR_IN_OK", "EXPIRED", "HANG"})
    void what_passes_by_itself_is_outlived_and_leaves_no_parts(Fault fault) {
        large(100);
        Random random = new Random(7);
        AtomicInteger posts = new AtomicInteger();
        try (FaultyS3 faulty = new FaultyS3(TestBucket.endpoint(), line -> {
            boolean write = line.startsWith("POST") || line.contains("partNumber") || line.contains("commit.json");
            boolean complete = line.startsWith("POST") && line.contains("uploadId=");
            // Nobody learns the id of an upload whose first answer was lost: such parts are the lifecycle's.
            boolean begin = line.contains("?uploads");
            boolean hit = fault == Fault.ERROR_IN_OK ? complete : write && !(begin && fault == Fault.LOST_ANSWER);
            return hit && random.nextInt(5) < 2 && posts.incrementAndGet() > 0 ? fault : Fault.NONE;
        })) {
            TestTask task = start(
                    faulty,
                    "flush.size",
                    "100",
                    "s3.part.retries",
                    "0",
                    "caudal.silence.ms",
                    fault == Fault.HANG ? "500" : "30000");
            task.catchUp(50);
            task.catchUp(50);
            task.close();
        }

        assertThat(posts.get()).isPositive();
        assertThat(digests(Audit.of(bucket, "city"))).isEqualTo(digests(topic.messages()));
        assertThat(bucket.openUploads()).isZero();
    }

    @Test
    void a_refusal_in_the_middle_stops_the_task_with_action_and_resource() {
        topic.add(AT, "{}");
        try (FaultyS3 faulty = faulty(
                line -> line.startsWith("PUT") && line.contains("/topics/city/2020") ? Fault.FORBIDDEN : Fault.NONE)) {
            TestTask task = start(faulty, "flush.size", "1");

            assertThatThrownBy(() -> task.catchUp(50))
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContaining("s3:PutObject")
                    .hasMessageContaining(
                            "arn:aws:s3:::" + bucket.name() + "/topics/city/2020-05-20/19/city+0+0000000000.json");
            task.close();
        }
    }

    @Test
    void a_bucket_that_vanishes_stops_the_task_with_its_name() {
        topic.add(AT, "{}");
        TestTask task = TestTask.start(bucket.settings("flush.size", "1"), topic, 0, clock);
        task.catchUp(50);
        bucket.delete();
        topic.add(AT, "{}");

        assertThatThrownBy(() -> task.catchUp(50))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("Create the bucket " + bucket.name());
        task.close();
    }

    @Test
    void a_task_that_ends_gives_its_parts_up() {
        large(100);
        TestTask task = TestTask.start(bucket.settings(), topic, 0, clock);
        task.catchUp(50);
        assertThat(bucket.openUploads()).isOne();

        task.close();

        assertThat(bucket.openUploads()).isZero();
        assertThat(bucket.objects()).isEmpty();
    }

    @Test
    void a_store_without_conditions_gets_plain_objects() {
        topic.add(AT, "{}");
        try (FaultyS3 faulty = faulty(line -> line.contains("_caudal/v1/conditions") ? Fault.ACCEPTED : Fault.NONE)) {
            TestTask task = start(faulty, "flush.size", "1");
            task.catchUp(50);
            task.close();
        }

        assertThat(bucket.keys()).containsExactly("topics/city/2020-05-20/19/city+0+0000000000.json");
    }

    @Test
    void without_the_archive_the_same_records_overwrite_the_same_objects() {
        topic.add(AT, "{\"a\":1}").add(AT + 60_000, "{\"a\":2}").add(AT + 120_000, "{\"a\":3}");
        String[] plain = {"caudal.backup", "off"};
        for (int life = 0; life < 2; life++) {
            TestTask task = TestTask.start(bucket.settings(plain), topic, 0, clock);
            task.catchUp(1 + life);
            clock.pass(Duration.ofHours(2));
            task.round(1);
            task.close();
        }

        assertThat(bucket.keys())
                .containsExactly(
                        "topics/city/2020-05-20/19/city+0+0000000000.json",
                        "topics/city/2020-05-20/19/city+0+0000000001.json");
    }

    @Test
    void many_open_objects_share_the_memory_that_is_set() {
        for (int i = 0; i < 400; i++) {
            topic.add(AT + i, "{\"folder\":%d,\"text\":\"%s\"}".formatted(i % 200, "x".repeat(LINE)));
        }
        String[] settings = {
            "partitioner.class",
            "FieldPartitioner",
            "partition.field.name",
            "folder",
            "caudal.buffer.memory",
            Integer.toString(16 << 20),
            "s3.part.size",
            Integer.toString(25 << 20)
        };
        TestTask task = TestTask.start(bucket.settings(settings), topic, 0, clock);

        task.catchUp(100);

        // Neither count nor time completed them, only memory did.
        assertThat(bucket.objects()).isNotEmpty();
        clock.pass(Duration.ofMinutes(1));
        task.round(1);
        task.close();
        assertThat(digests(Audit.of(bucket, "city"))).isEqualTo(digests(topic.messages()));
    }

    @Test
    void a_call_that_takes_too_long_comes_back_and_goes_on_where_it_was() {
        large(20);
        TestTask task = TestTask.start(
                bucket.settings("max.write.duration.ms", "1", "flush.size", "2"), topic, 0, new TickingClock());

        task.catchUp(20);
        task.close();

        assertThat(digests(Audit.of(bucket, "city"))).isEqualTo(digests(topic.messages()));
    }

    /** Each look at it costs a millisecond. */
    private static final class TickingClock extends java.time.Clock {
        private long now = AT;

        @Override
        public long millis() {
            return now++;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis());
        }

        @Override
        public java.time.ZoneId getZone() {
            return java.time.ZoneOffset.UTC;
        }

        @Override
        public java.time.Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }

    /** Texts that are short enough for a report. */
    private static List<String> digests(List<Topic.Message> messages) {
        return messages.stream()
                .map(message -> message.offset() + " " + message.hashCode())
                .toList();
    }

    private void large(int count) {
        for (int i = 0; i < count; i++) {
            topic.add(AT + i, "{\"n\":%d,\"text\":\"%s\"}".formatted(i, "x".repeat(LINE)));
        }
    }

    private FaultyS3 faulty(Function<String, Fault> faults) {
        return new FaultyS3(TestBucket.endpoint(), faults);
    }

    private TestTask start(FaultyS3 store, String... more) {
        List<String> settings =
                new java.util.ArrayList<>(List.of("store.url", store.endpoint().toString()));
        settings.addAll(List.of(more));
        return TestTask.start(bucket.settings(settings.toArray(String[]::new)), topic, 0, clock);
    }
}
