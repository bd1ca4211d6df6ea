package dev.caudal.s3.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;

class SinkTaskIT {
    private static final long AT = Instant.parse("2020-05-20T19:10:00Z").toEpochMilli();

    private final SettableClock clock = new SettableClock("2026-01-01T00:00:00Z");
    private final Topic topic = new Topic("city");
    private final TestBucket bucket = TestBucket.create();

    @Test
    void the_settings_of_the_document_give_lines_that_are_the_messages_under_confluents_names() {
        topic.add(AT, "{\"b\":1.10,\"a\":1e2}")
                .add(AT + 1, "{ \"big\" : 12345678901234567890 }")
                .add(AT + 60_000, "{\"next\": \"a\\nb\"}");
        var task = TestTask.start(bucket.settings(), topic, 0, clock);

        task.catchUp(10);

        assertThat(bucket.text("topics/city/2020-05-20/19/city+0+0000000000.json"))
                .isEqualTo("{\"b\":1.10,\"a\":1e2}\n{ \"big\" : 12345678901234567890 }\n");
        assertThat(task.committed()).isEqualTo(2);
        task.close();
    }

    @Test
    void an_idle_partition_is_completed_after_a_minute() {
        topic.add(AT, "{\"a\":1}");
        var task = TestTask.start(bucket.settings(), topic, 0, clock);
        task.catchUp(10);
        assertThat(bucket.objects()).isEmpty();

        clock.pass(Duration.ofMinutes(1));
        task.round(10);

        assertThat(bucket.objects()).containsExactly("topics/city/2020-05-20/19/city+0+0000000000.json");
        assertThat(task.committed()).isEqualTo(1);
        task.close();
    }

    @Test
    void a_task_goes_on_where_the_bucket_ends_whatever_the_group_says() {
        topic.add(AT, "{\"a\":0}").add(AT, "{\"a\":1}").add(AT, "{\"a\":2}");
        var first = TestTask.start(bucket.settings("flush.size", "2"), topic, 0, clock);
        first.catchUp(10);
        first.close();

        var second = TestTask.start(bucket.settings("flush.size", "1"), topic, 0, clock);
        second.catchUp(10);

        assertThat(bucket.objects())
                .containsExactly(
                        "topics/city/2020-05-20/19/city+0+0000000000.json",
                        "topics/city/2020-05-20/19/city+0+0000000002.json");
        second.close();
    }

    @Test
    void a_topic_that_was_made_anew_stops_the_task_and_goes_on_in_another_generation() {
        topic.add(AT, "{\"a\":0}").add(AT, "{\"a\":1}");
        var first = TestTask.start(bucket.settings("flush.size", "2"), topic, 0, clock);
        first.catchUp(10);
        first.close();
        Topic anew = new Topic("city").add(AT, "{\"a\":5}");

        var second = TestTask.start(bucket.settings("flush.size", "1"), anew, 0, clock);
        second.round(10);
        assertThatThrownBy(() -> {
                    second.resetTo(0);
                    second.round(10);
                })
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("caudal.generation");
        second.close();

        var third = TestTask.start(bucket.settings("flush.size", "1", "caudal.generation", "2"), anew, 0, clock);
        third.catchUp(10);
        assertThat(bucket.objects()).contains("topics@g2/city/2020-05-20/19/city+0+0000000000.json");
        third.close();
    }

    @Test
    void a_bucket_that_is_not_there_stops_the_task_with_its_name() {
        topic.add(AT, "{\"a\":0}");
        var task = TestTask.start(bucket.settings("s3.bucket.name", "nowhere"), topic, 0, clock);

        assertThatThrownBy(() -> task.round(10))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("Create the bucket nowhere");
        task.close();
    }

    @Test
    void a_wrong_secret_stops_the_task_with_action_and_resource() {
        topic.add(AT, "{\"a\":0}");
        var task = TestTask.start(bucket.settings("aws.secret.access.key", "wrong"), topic, 0, clock);

        assertThatThrownBy(() -> task.round(10))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("s3:ListBucket")
                .hasMessageContaining("arn:aws:s3:::" + bucket.name());
        task.close();
    }
}
