package dev.caudal.s3.restore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caudal.s3.archive.ArchiveException;
import dev.caudal.s3.archive.ArchiveNames;
import dev.caudal.s3.store.Precondition;
import dev.caudal.testkit.TestKafka;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestoreIT {
    private static final AtomicInteger TESTS = new AtomicInteger();
    private static final Map<String, String> SETTINGS =
            Map.of("retention.ms", "31536000000000", "segment.bytes", "2097152", "max.message.bytes", "2000000");
    private static final RestoreFixture FIXTURE = new RestoreFixture();

    private final String topic = "world" + TESTS.incrementAndGet();
    private final TopicPartition partition = new TopicPartition(topic, 1);
    private final Shop shop = new Shop(FIXTURE.old);
    private final Shop newShop = new Shop(FIXTURE.target);

    @AfterAll
    static void stop() {
        FIXTURE.close();
    }

    @BeforeEach
    void create() throws Exception {
        var created = new NewTopic(topic, 3, (short) 1).configs(SETTINGS);
        FIXTURE.old.admin().createTopics(List.of(created)).all().get(60, TimeUnit.SECONDS);
    }

    @Test
    void a_new_cluster_gets_the_same_records_settings_and_places_of_consumers() throws Exception {
        shop.sell(topic, 3, 0, 2_000);
        var read = shop.next("city-readers", partition, 301, "earliest");
        FIXTURE.backUp(97, topic);

        var report = FIXTURE.restore(topic).run();

        assertThat(RestoreFixture.texts(FIXTURE.target.consume(topic, false)))
                .isEqualTo(RestoreFixture.texts(FIXTURE.old.consume(topic, true)));
        assertThat(report.records()).isEqualTo(2_000);
        assertThat(report.sent()).isEqualTo(2_000);
        assertThat(report.warnings()).isEmpty();
        assertThat(ownSettings(FIXTURE.target)).isEqualTo(ownSettings(FIXTURE.old));
        assertThat(newShop.next("city-readers", partition, 1, "none")).containsExactly(read.get(read.size() - 1) + 3);
    }

    @Test
    void a_second_run_finds_all_done_and_moves_no_consumer_back() throws Exception {
        shop.sell(topic, 3, 0, 300);
        var read = shop.next("city-readers", partition, 20, "earliest");
        FIXTURE.backUp(50, topic);
        FIXTURE.restore(topic).run();
        newShop.next("city-readers", partition, 10, "none");

        var again = FIXTURE.restore(topic).run();

        assertThat(again.sent()).isZero();
        assertThat(FIXTURE.target.consume(topic, false)).hasSize(300);
        assertThat(newShop.next("city-readers", partition, 1, "none"))
                .containsExactly(read.get(read.size() - 1) + 3 * 11);
    }

    @Test
    void a_group_with_consumers_at_work_gets_its_place_by_the_next_run_without_them() throws Exception {
        var group = topic + "-readers";
        shop.sell(topic, 3, 0, 300);
        var read = shop.next(group, partition, 20, "earliest");
        FIXTURE.backUp(50, topic);
        FIXTURE.target.createTopic(topic + "-other", 1);
        try (var member = newShop.member(group, topic + "-other")) {
            assertThat(member.assignment()).hasSize(1);

            assertThat(FIXTURE.restore(topic).run().warnings())
                    .singleElement()
                    .asString()
                    .contains(group, "Stop its consumers and run the restore again.");
        }

        assertThat(FIXTURE.restore(topic).run().warnings()).isEmpty();
        assertThat(newShop.next(group, partition, 1, "none")).containsExactly(read.get(read.size() - 1) + 3);
    }

    @Test
    void up_to_a_time_nothing_later_comes_and_groups_that_were_further_go_on_at_the_end() throws Exception {
        shop.sell(topic, 3, 0, 600);
        shop.next("city-readers", partition, 150, "earliest");
        FIXTURE.backUp(97, topic);
        var until = Shop.BEGIN + 299 * 1000L;

        var report = FIXTURE.restore(topic, until).run();

        assertThat(report.records()).isEqualTo(300);
        assertThat(FIXTURE.target.consume(topic, false))
                .hasSize(300)
                .allSatisfy(record -> assertThat(record.timestamp()).isLessThanOrEqualTo(until));
        assertThat(report.groups())
                .singleElement()
                .satisfies(place -> assertThat(place.to()).isEqualTo(100));
    }

    @Test
    void a_plan_tells_what_would_be_done_and_does_nothing() throws Exception {
        shop.sell(topic, 3, 0, 200);
        shop.next("city-readers", partition, 7, "earliest");
        FIXTURE.backUp(50, topic);

        var plan = FIXTURE.restore(topic).plan();

        assertThat(plan.topics()).singleElement().satisfies(topic -> {
            assertThat(topic.partitions()).isEqualTo(3);
            assertThat(topic.records()).isEqualTo(200);
            assertThat(topic.offsetsKept()).isFalse();
        });
        assertThat(plan.groups()).singleElement().satisfies(place -> {
            assertThat(place.group()).isEqualTo("city-readers");
            assertThat(place.to()).isEqualTo(7);
        });
        assertThat(FIXTURE.target.admin().listTopics().names().get(60, TimeUnit.SECONDS))
                .doesNotContain(topic);
        assertThat(FIXTURE.s3.keys(RestoreFixture.BUCKET)).noneMatch(key -> key.contains(topic + "/restores/"));
    }

    @Test
    void a_topic_that_will_delete_its_old_records_is_named_and_keeps_them_if_it_shall() throws Exception {
        shop.sell(topic, 3, 0, 60);
        FIXTURE.backUp(50, topic);
        var manifest = new ArchiveNames(topic).manifest(topic);
        put(
                manifest,
                FIXTURE.s3
                        .text(RestoreFixture.BUCKET, manifest)
                        .replace("31536000000000", "86400000")
                        .getBytes(UTF_8));

        assertThat(FIXTURE.restore(topic).plan().warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning)
                        .contains("Topic " + topic, "retention.ms=86400000", "2020-05-20", "--keep-old-records"));
        var all = FIXTURE.settings(Optional.of(topic), Long.MAX_VALUE);
        var keeping = new RestoreSettings(
                all.kafka(), all.cluster(), all.topics(), "topics", all.until(), all.replicas(), 2, true, true, true);
        var report = new Restore(FIXTURE.store, keeping, new RestoreFixture.Quiet()).run();

        assertThat(report.warnings()).isEmpty();
        assertThat(ownSettings(FIXTURE.target)).containsEntry("retention.ms", "-1");
    }

    @Test
    void an_object_that_was_altered_or_is_gone_is_named() throws Exception {
        shop.sell(topic, 3, 0, 300);
        FIXTURE.backUp(50, topic);
        var data = firstKey(".json", "topics/" + topic);
        var commit = firstKey(".commit.json", new ArchiveNames(topic).topics());
        var altered = FIXTURE.s3.text(RestoreFixture.BUCKET, data).replaceFirst("\\d", "7");
        var whole = FIXTURE.store.get(data).orElseThrow();

        put(data, altered.getBytes(UTF_8));
        assertThatThrownBy(() -> FIXTURE.restore(topic).run())
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining(data + " is damaged");
        FIXTURE.store.delete(data);
        assertThatThrownBy(() -> FIXTURE.restore(topic).run())
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining(data + " is missing");
        put(data, whole);
        assertThat(FIXTURE.restore(topic).run().records()).isEqualTo(300);
        assertThat(RestoreFixture.texts(FIXTURE.target.consume(topic, false)))
                .isEqualTo(RestoreFixture.texts(FIXTURE.old.consume(topic, true)));

        FIXTURE.store.delete(commit);
        assertThatThrownBy(() -> FIXTURE.restore(topic).plan())
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void a_topic_that_others_have_written_to_is_left_alone() throws Exception {
        shop.sell(topic, 3, 0, 100);
        FIXTURE.backUp(50, topic);
        FIXTURE.target.createTopic(topic, 3);
        FIXTURE.target.send(topic, "theirs");

        assertThatThrownBy(() -> FIXTURE.restore(topic).run())
                .isInstanceOf(RestoreException.class)
                .hasMessageContaining(topic + " exists and is not empty");

        assertThat(FIXTURE.target.consume(topic, false)).hasSize(1);
    }

    private String firstKey(String suffix, String prefix) {
        return FIXTURE.s3.keys(RestoreFixture.BUCKET).stream()
                .filter(key -> key.startsWith(prefix) && key.endsWith(suffix))
                .findFirst()
                .orElseThrow();
    }

    private void put(String key, byte[] bytes) {
        FIXTURE.store.put(key, bytes, Precondition.NONE);
    }

    private Map<String, String> ownSettings(TestKafka kafka) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return kafka.admin().describeConfigs(List.of(resource)).all().get(60, TimeUnit.SECONDS).values().stream()
                .flatMap(config -> config.entries().stream())
                .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }
}
