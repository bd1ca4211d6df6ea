package dev.caudal.s3.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.s3.sink.Rotation.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.time.DateTimeZone;
import org.junit.jupiter.api.Test;

/** The rules of Confluent's sink, step by step, with a clock that the test moves. */
class RotationTest {
    private final List<String> story = new ArrayList<>();
    private Rotation rotation = new Rotation(rules(100));
    private long now = 1_000_000;
    private int written;

    @Test
    void a_count_completes_after_the_record_over_all_folders() {
        rotation = new Rotation(rules(3));

        write("a", 0).write("b", 0).write("a", 0).write("a", 0);

        assertThat(story).containsExactly("1 a", "2 b", "3 a", "COUNT", "4 a");
    }

    @Test
    void an_interval_is_of_the_records_own_time_and_its_record_begins_the_next_objects() {
        rotation = new Rotation(new RotationRules(100, 60_000, false, Optional.empty(), -1, -1));

        write("a", 0)
                .write("a", 59_999)
                .write("b", 1)
                .write("a", 60_000)
                .write("a", 119_999)
                .write("a", 120_000);

        assertThat(story).containsExactly("1 a", "2 a", "3 b", "INTERVAL", "4 a", "5 a", "INTERVAL", "6 a");
    }

    @Test
    void late_records_of_the_hour_before_make_objects_of_one_record() {
        rotation = new Rotation(new RotationRules(100, 60_000, true, Optional.empty(), -1, -1));

        write("19", 0).write("20", 10).write("19", 5).write("20", 11);

        assertThat(story).containsExactly("1 19", "FOLDER", "2 20", "FOLDER", "3 19", "FOLDER", "4 20");
    }

    @Test
    void without_an_interval_another_folder_completes_nothing() {
        write("19", 0).write("20", 10).write("19", 5);

        assertThat(story).containsExactly("1 19", "2 20", "3 19");
    }

    @Test
    void an_interval_never_completes_what_is_idle() {
        rotation = new Rotation(new RotationRules(100, 60_000, true, Optional.empty(), -1, -1));

        write("a", 0).pass(1_000_000).quiet();

        assertThat(story).containsExactly("1 a");
    }

    @Test
    void an_idle_partition_is_completed_by_the_clock_alone() {
        rotation = new Rotation(new RotationRules(100, -1, true, Optional.empty(), -1, 60_000));

        write("a", 0)
                .pass(59_999)
                .quiet()
                .write("a", 0)
                .pass(59_999)
                .quiet()
                .pass(1)
                .quiet()
                .quiet();

        assertThat(story).containsExactly("1 a", "2 a", "IDLE");
        assertThat(rotation.untilQuiet(now)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void a_schedule_counts_from_midnight_and_works_without_records() {
        rotation = new Rotation(new RotationRules(100, -1, true, schedule(600_000), -1, -1));
        now = at("2020-05-20T19:14:59Z");

        write("a", 0).pass(300_000).quiet().pass(1000).quiet();

        assertThat(story).containsExactly("1 a", "SCHEDULE");
    }

    @Test
    void a_schedule_that_ended_while_nothing_was_open_does_not_complete_the_first_record() {
        rotation = new Rotation(new RotationRules(100, -1, true, schedule(600_000), -1, -1));
        now = at("2020-05-20T19:05:00Z");

        write("a", 0).pass(600_000).write("a", 0).pass(3_600_000).write("b", 0).write("b", 0);

        assertThat(story).containsExactly("1 a", "SCHEDULE", "2 a", "SCHEDULE", "3 b", "4 b");
    }

    @Test
    void a_schedule_never_goes_over_midnight_of_its_zone() {
        var schedule = new Schedule(7 * 3_600_000L, DateTimeZone.forID("America/Santiago"));

        assertThat(Instant.ofEpochMilli(schedule.next(at("2020-05-20T03:59:59Z"))))
                .isEqualTo("2020-05-20T04:00:00Z");
        assertThat(Instant.ofEpochMilli(schedule.next(at("2020-05-20T04:00:00Z"))))
                .isEqualTo("2020-05-20T11:00:00Z");
        assertThat(Instant.ofEpochMilli(schedule.next(at("2020-05-21T02:00:00Z"))))
                .isEqualTo("2020-05-21T04:00:00Z");
    }

    @Test
    void more_open_objects_than_allowed_complete_all() {
        rotation = new Rotation(new RotationRules(100, -1, true, Optional.empty(), 2, -1));

        write("a", 0).write("b", 0).write("a", 0).write("c", 0);

        assertThat(story).containsExactly("1 a", "2 b", "3 a", "OPEN_OBJECTS", "4 c");
    }

    @Test
    void another_schema_completes_but_not_when_nothing_is_open() {
        written = 0;
        step(rotation.before("a", 0, false, true, now), "a", 0, false);
        step(rotation.before("a", 0, false, true, now), "a", 0, false);

        assertThat(story).containsExactly("1 a", "SCHEMA", "2 a");
    }

    @Test
    void a_tombstone_and_a_value_do_not_share_an_object() {
        step(rotation.before("a", 0, false, false, now), "a", 0, false);
        step(rotation.before("a", 0, true, false, now), "a", 0, true);
        step(rotation.before("b", 0, false, false, now), "b", 0, false);

        assertThat(story).containsExactly("1 a", "TOMBSTONE", "2 a", "3 b");
    }

    private RotationTest write(String folder, long timestamp) {
        step(rotation.before(folder, timestamp, false, false, now), folder, timestamp, false);
        return this;
    }

    private void step(Optional<Cause> before, String folder, long timestamp, boolean tombstone) {
        done(before);
        story.add(++written + " " + folder);
        rotation.wrote(folder, timestamp, tombstone, now);
        done(rotation.after());
    }

    private RotationTest pass(long millis) {
        now += millis;
        return this;
    }

    private RotationTest quiet() {
        done(rotation.quiet(now));
        return this;
    }

    private void done(Optional<Cause> cause) {
        cause.ifPresent(why -> {
            story.add(why.name());
            rotation.reset();
        });
    }

    private static RotationRules rules(int flushSize) {
        return new RotationRules(flushSize, -1, true, Optional.empty(), -1, -1);
    }

    private static Optional<Schedule> schedule(long interval) {
        return Optional.of(new Schedule(interval, DateTimeZone.UTC));
    }

    private static long at(String time) {
        return Instant.parse(time).toEpochMilli();
    }
}
