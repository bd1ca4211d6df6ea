package dev.caudal.s3.restore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.s3.archive.ArchiveNames;
import dev.caudal.s3.store.ObjectStore;
import dev.caudal.s3.store.Precondition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class BackupCatalogIT {
    private static final RestoreFixture FIXTURE = new RestoreFixture();
    private static final Pattern ALL = Pattern.compile(".*");

    @AfterAll
    static void stop() {
        FIXTURE.close();
    }

    @Test
    void what_is_there_is_told_and_all_that_is_missing_or_damaged_is_named() throws Exception {
        var topic = "world-city";
        FIXTURE.old.createTopic(topic, 2, Map.of("retention.ms", "-1"));
        new Shop(FIXTURE.old).sell(topic, 2, 0, 400);
        new Shop(FIXTURE.old).next("city-readers", new TopicPartition(topic, 0), 3, "earliest");
        FIXTURE.backUp(50, topic);
        var catalog = new BackupCatalog(FIXTURE.store, "topics");

        var whole = catalog.verify(topic, ALL, 2);

        assertThat(catalog.clusters()).contains(topic);
        assertThat(whole.problems()).isEmpty();
        assertThat(whole.groups()).isEqualTo(1);
        assertThat(whole.topics())
                .singleElement()
                .satisfies(found -> assertThat(found.partitions()).hasSize(2).allSatisfy(partition -> {
                    assertThat(partition.records()).isEqualTo(200);
                    assertThat(partition.commits()).isEqualTo(4);
                }));

        var newest = whole.topics().get(0).lastTimestamp();
        claimBehind(topic);
        assertThat(catalog.list(topic, ALL, 2).topics()).containsExactly(new BackupSummary.Topic(topic, 2, newest));

        var objects = keys("topics/" + topic);
        var commits = keys(new ArchiveNames(topic).partition(topic, 1, 0)).stream()
                .filter(key -> key.endsWith(".commit.json"))
                .toList();
        var sidecar = keys(new ArchiveNames(topic).partition(topic, 1, 1)).stream()
                .filter(key -> key.endsWith(".side.gz"))
                .findFirst()
                .orElseThrow();
        var last = objects.get(objects.size() - 1);
        FIXTURE.store.delete(commits.get(1));
        FIXTURE.store.delete(sidecar);
        var unused = FIXTURE.store.put(last, "{}\n".getBytes(UTF_8), Precondition.NONE);

        assertThat(catalog.describe(topic, ALL, 2).problems())
                .singleElement()
                .asString()
                .contains(commits.get(0), commits.get(2));
        assertThat(catalog.verify(topic, ALL, 2).problems())
                .anySatisfy(problem -> assertThat(problem).contains(commits.get(0), commits.get(2)))
                .anySatisfy(problem -> assertThat(problem).contains(sidecar, "missing"))
                .anySatisfy(problem -> assertThat(problem).contains(last, "damaged"))
                .hasSize(3);

        var damaged = new ArchiveNames(topic).commit(topic, 1, 0, 20_000);
        var unusedTag = FIXTURE.store.put(damaged, "{}".getBytes(UTF_8), Precondition.NONE);
        assertThat(catalog.list(topic, ALL, 2).problems())
                .singleElement()
                .asString()
                .contains(damaged);
    }

    @Test
    void a_bucket_of_a_sink_without_an_archive_comes_back_as_far_as_it_goes() throws Exception {
        var bucket = "plain";
        FIXTURE.s3.createBucket(bucket);
        try (var store = FIXTURE.open(bucket)) {
            put(store, "shop/2020-05-20/19/shop+0+0000000000.json", "{\"n\":0}\n{\"n\":1}\n");
            put(store, "shop/2020-05-20/19/shop+0+0000000000.keys.json", "\"a\"\n{\"id\":1}\n");
            put(
                    store,
                    "shop/2020-05-20/19/shop+0+0000000000.headers.json",
                    "{\"headers\":[{\"key\":\"h\",\"value\":\"1\"}]}\n{\"headers\":[]}\n");
            put(store, "shop/2020-05-20/20/shop+0+10000000000.json", "{\"n\":3}\n");
            put(store, "shop/2020-05-20/20/shop+0+0000000002.json", "{\"n\":2}\n");
            put(store, "shop/2020-05-20/19/shop+2+0000000007.json", "{\"p\":2}\n");

            var report =
                    FIXTURE.restore(store, Optional.empty(), Long.MAX_VALUE).run();

            assertThat(FIXTURE.restore(store, Optional.empty(), Long.MAX_VALUE)
                            .run()
                            .sent())
                    .isZero();
            assertThat(report.warnings())
                    .anySatisfy(warning -> assertThat(warning).contains("no offsets of consumer groups"))
                    .anySatisfy(warning -> assertThat(warning).contains("gets 3"))
                    .anySatisfy(warning -> assertThat(warning).contains("only the values are known"));
            var records = FIXTURE.target.consume("shop", false);
            var first =
                    records.stream().filter(record -> record.partition() == 0).toList();
            assertThat(first.stream().map(record -> new String(record.value(), UTF_8)))
                    .containsExactly("{\"n\":0}", "{\"n\":1}", "{\"n\":2}", "{\"n\":3}");
            assertThat(records.stream().filter(record -> record.partition() == 2))
                    .hasSize(1);
            assertThat(first.get(0).key()).isEqualTo("a".getBytes(UTF_8));
            assertThat(first.get(0).headers().lastHeader("h").value()).isEqualTo("1".getBytes(UTF_8));
            assertThat(first.get(1).key()).isEqualTo("{\"id\":1}".getBytes(UTF_8));
        }
    }

    /** What a writer leaves that is killed at its start. */
    private static void claimBehind(String topic) {
        var names = new ArchiveNames(topic);
        var commit = FIXTURE.s3
                .text(RestoreFixture.BUCKET, names.commit(topic, 1, 0, firstOffset(topic)))
                .replaceFirst("\"count\":\\d+", "\"count\":0");
        var unused = FIXTURE.store.put(names.commit(topic, 1, 0, 10_000), commit.getBytes(UTF_8), Precondition.NONE);
    }

    private static long firstOffset(String topic) {
        return keys(new ArchiveNames(topic).partition(topic, 1, 0)).stream()
                .flatMapToLong(key -> ArchiveNames.startOffset(key).stream())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> keys(String prefix) {
        return FIXTURE.s3.keys(RestoreFixture.BUCKET).stream()
                .filter(key -> key.startsWith(prefix))
                .toList();
    }

    private static void put(ObjectStore store, String name, String text) {
        var unused = store.put("topics/" + name, text.getBytes(UTF_8), Precondition.NONE);
    }
}
