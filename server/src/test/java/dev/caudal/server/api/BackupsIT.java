package dev.caudal.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.Port;
import dev.caudal.server.OtherMachines;
import dev.caudal.server.Platform;
import dev.caudal.server.PlatformSettings;
import dev.caudal.server.definition.Json;
import dev.caudal.server.monitor.AlertRules;
import dev.caudal.testkit.TestKafka;
import dev.caudal.testkit.TestS3;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Backups by the platform's API: a real one is made, looked at, verified, and restored into another broker. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupsIT {
    private static final String BUCKET = "backup";
    private static final int RECORDS = 2_000;
    private static final long BEGIN = 1_590_003_235_000L;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path root;

    private static Platform platform;
    private static TestKafka target;
    private static String cluster = "";

    private record Answer(int status, JsonNode body, String location) {}

    @BeforeAll
    static void backUp() throws Exception {
        target = TestKafka.start();
        platform = Platform.start(
                new PlatformSettings(
                        new LocalDirectory(root),
                        Port.any(),
                        Port.any(),
                        Port.any(),
                        Optional.empty(),
                        Optional.of(Port.any()),
                        Optional.empty(),
                        Optional.empty(),
                        AlertRules.USUAL,
                        OtherMachines.NONE),
                (part, took) -> {});
        var store = platform.s3Endpoint().orElseThrow();
        try (var client = TestS3.newClient(store)) {
            client.createBucket(request -> request.bucket("empty"));
        }
        try (var admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()))) {
            cluster = admin.describeCluster().clusterId().get();
            admin.createTopics(List.of(new NewTopic("world.city", 2, (short) 1).configs(Map.of("retention.ms", "-1"))))
                    .all()
                    .get();
        }
        fill();
        assertThat(call(
                                "POST",
                                "/backup-tasks",
                                "{'name':'backup','topics':'world\\\\..*','bucket':'backup','every':1}")
                        .status())
                .isEqualTo(201);
        await("/buckets/backup/backups/" + cluster + "/topics/world.city", answer -> records(answer.body()) == RECORDS);
        await(
                "/buckets/backup/backups",
                answer -> answer.body().at("/items/0/groupsTime").asLong() > 0);
    }

    @AfterAll
    static void stop() {
        platform.close();
        target.close();
    }

    @Test
    @Order(1)
    void a_bucket_shows_what_was_backed_up_of_which_time() throws Exception {
        assertThat(call("GET", "/buckets", "").body().findValuesAsText("name")).containsExactly(BUCKET, "empty");
        assertThat(call("GET", "/buckets/empty/backups", "")
                        .body()
                        .path("total")
                        .asInt())
                .isZero();
        var none = call("GET", "/buckets/none/backups", "");
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.body().path("code").asText()).isEqualTo("no-such-bucket");

        var there = call("GET", "/buckets/backup/backups", "").body().at("/items/0");
        assertThat(there.path("cluster").asText()).isEqualTo(cluster);
        assertThat(there.path("topics").toString())
                .isEqualTo("[{\"topic\":\"world.city\",\"partitions\":2,\"lastTimestamp\":%d}]"
                        .formatted(BEGIN + RECORDS - 1));
        var partition = call("GET", "/buckets/backup/backups/" + cluster + "/topics/world.city", "")
                .body()
                .at("/topics/0/partitions/1");
        assertThat(partition.path("records").asInt()).isEqualTo(RECORDS / 2);
        assertThat(partition.path("firstOffset").asInt()).isZero();
        assertThat(partition.path("firstTimestamp").asLong()).isEqualTo(BEGIN + 1);
        assertThat(partition.path("fidelity").asText()).isEqualTo("EXACT");
        assertThat(call("GET", "/buckets/backup/backups/other/topics/world.city", "")
                        .status())
                .isEqualTo(404);
        assertThat(call("GET", "/buckets/backup/backups/" + cluster + "/topics/none", "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Order(2)
    void a_backup_that_goes_on_is_listed_and_a_wrong_one_is_refused_at_its_field() throws Exception {
        var one = await(
                        "/backup-tasks",
                        answer -> answer.body().at("/items/0/state").asText().equals("running"))
                .path("items");
        assertThat(one).hasSize(1);
        assertThat(one.at("/0/topics").asText()).isEqualTo("world\\..*");
        assertThat(one.at("/0/bucket").asText()).isEqualTo(BUCKET);
        assertThat(refused("{'name':'backup','topics':'a','bucket':'backup'}")).isEqualTo("name");
        assertThat(refused("{'name':'b','topics':'(','bucket':'backup'}")).isEqualTo("topics");
        assertThat(refused("{'name':'b','topics':'a','bucket':'No'}")).isEqualTo("bucket");
        assertThat(refused("{'name':'b','topics':'a','bucket':'backup','every':0}"))
                .isEqualTo("every");
        assertThat(refused("{'name':'b','topics':'a','bucket':'backup','every':'often'}"))
                .isEqualTo("every");
        assertThat(refused("{'name':'b','topic':'a','bucket':'backup'}")).isEqualTo("topic");
        assertThat(call("DELETE", "/backup-tasks/none", "").status()).isEqualTo(404);
    }

    @Test
    @Order(2)
    void a_wrong_wish_is_refused_at_its_field_before_a_job_begins() throws Exception {
        assertThat(field("{'target':{'cluster':'local'}}")).isEqualTo("bucket");
        assertThat(field("{'bucket':'backup'}")).isEqualTo("target");
        assertThat(field("{'bucket':'backup','target':{'cluster':'a','endpoint':'b'}}"))
                .isEqualTo("target");
        assertThat(field("{'bucket':'backup','target':{'cluster':'local'},'topics':'('}"))
                .isEqualTo("topics");
        assertThat(field("{'bucket':'backup','target':{'cluster':'local'},'until':'soon'}"))
                .isEqualTo("until");
        assertThat(field("{'bucket':'backup','target':{'cluster':'local'},'topic':'a'}"))
                .isEqualTo("topic");
        assertThat(call("POST", "/recovery/restores", "{'bucket':'none','target':{'cluster':'local'}}")
                        .status())
                .isEqualTo(404);
        assertThat(call("POST", "/recovery/restores", "{'bucket':'backup','target':{'cluster':'none'}}")
                        .status())
                .isEqualTo(404);
        assertThat(call("GET", "/jobs", "").body().path("total").asInt()).isZero();
    }

    @Test
    @Order(3)
    void a_backup_is_looked_through_and_restored_into_another_cluster_after_a_dry_run() throws Exception {
        assertThat(call(
                                "POST",
                                "/endpoints",
                                "{'name':'new','type':'kafka','role':'target','settings':{'bootstrap-servers':'%s'}}"
                                        .formatted(target.bootstrapServers()))
                        .status())
                .isEqualTo(201);
        var wish = "{'bucket':'backup','target':{'endpoint':'new'}}";

        var plan = done(call("POST", "/recovery/dry-runs", wish));
        assertThat(plan.at("/result/records").asInt()).isEqualTo(RECORDS);
        assertThat(plan.at("/result/dryRun").asBoolean()).isTrue();
        assertThat(topics()).doesNotContain("world.city");

        var restored = done(call("POST", "/recovery/restores", wish));
        assertThat(restored.at("/result/sent").asInt()).isEqualTo(RECORDS);
        assertThat(restored.path("progress").toString())
                .isEqualTo("{\"done\":%d,\"total\":%d}".formatted(RECORDS, RECORDS));
        assertThat(restored.path("notes").toString()).contains("Reading all records back.");
        var got = target.consume("world.city", true);
        assertThat(got).hasSize(RECORDS);
        var last = new TreeMap<Integer, Long>();
        got.forEach(record -> {
            assertThat(record.timestamp()).isGreaterThan(last.getOrDefault(record.partition(), 0L));
            last.put(record.partition(), record.timestamp());
        });

        var again = done(call("POST", "/recovery/restores", wish));
        assertThat(again.at("/result/sent").asInt()).as("nothing is repeated").isZero();
        assertThat(call("GET", "/jobs", "").body().path("items").findValuesAsText("kind"))
                .containsExactly("restore", "restore", "dry-run");
    }

    @Test
    @Order(4)
    void a_topic_with_records_of_others_fails_the_restore_with_what_to_do() throws Exception {
        var job = over(call("POST", "/recovery/restores", "{'bucket':'backup','target':{'cluster':'local'}}"));

        assertThat(job.path("state").asText()).isEqualTo("failed");
        assertThat(job.at("/problem/code").asText()).isEqualTo("restore-conflict");
        assertThat(job.at("/problem/detail").asText()).contains("world.city");
    }

    @Test
    @Order(5)
    void verification_finds_an_object_that_was_altered() throws Exception {
        assertThat(call("DELETE", "/backup-tasks/backup", "").status()).isEqualTo(204);
        assertThat(call("GET", "/backup-tasks", "").body().path("total").asInt())
                .isZero();
        var verify = "/buckets/backup/backups/" + cluster + "/verify";
        var whole = done(call("POST", verify, ""));
        assertThat(whole.at("/result/problems")).isEmpty();
        assertThat(whole.path("progress").toString()).isEqualTo("{\"done\":1,\"total\":1}");
        String altered;
        try (var client = TestS3.newClient(platform.s3Endpoint().orElseThrow())) {
            altered = client.listObjectsV2(request -> request.bucket(BUCKET).prefix("topics/"))
                    .contents()
                    .get(0)
                    .key();
            client.putObject(
                    request -> request.bucket(BUCKET).key(altered),
                    software.amazon.awssdk.core.sync.RequestBody.fromString("{}\n", StandardCharsets.UTF_8));
        }

        var damaged = done(call("POST", verify, ""));
        assertThat(damaged.at("/result/problems").toString()).contains(altered);
    }

    @Test
    @Order(6)
    void a_drill_tells_what_it_found_and_another_is_cancelled_without_a_trace() throws Exception {
        assertThat(call("POST", "/recovery/drills", "{'records':99}").status()).isEqualTo(422);
        var job = done(call("POST", "/recovery/drills", "{'records':3000}"));
        var result = job.path("result");
        assertThat(result.path("records").asInt()).isEqualTo(3_000);
        for (var fault : List.of("lost", "duplicated", "reordered", "altered")) {
            assertThat(result.path(fault).asInt(-1)).as(fault).isZero();
        }
        assertThat(result.path("consumersExact").asInt()).isEqualTo(3);
        assertThat(job.path("progress").toString()).isEqualTo("{\"done\":3000,\"total\":3000}");

        var begun = call("POST", "/recovery/drills", "{'records':3000}");
        assertThat(call("POST", "/recovery/drills", "{'records':3000}").status())
                .as("one at a time")
                .isEqualTo(409);
        await(
                "/jobs/" + begun.body().path("id").asText(),
                answer -> !answer.body().path("notes").isEmpty());
        call("POST", "/jobs/" + begun.body().path("id").asText() + "/cancel", "");
        assertThat(over(begun).path("state").asText()).isEqualTo("cancelled");
        assertThat(root.resolve("drill")).doesNotExist();
        assertThat(ProcessHandle.current()
                        .descendants()
                        .filter(ProcessHandle::isAlive)
                        .toList())
                .as("only the platform's broker and object store, and the broker of the test")
                .hasSize(3);
    }

    private static void fill() throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", platform.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            for (int i = 0; i < RECORDS; i++) {
                var unused = producer.send(
                        new ProducerRecord<>("world.city", i % 2, BEGIN + i, "k" + i, "{\"ID\":" + i + "}"));
            }
        }
    }

    private static long records(JsonNode report) {
        long all = 0;
        for (var partition : report.at("/topics/0/partitions")) {
            all += partition.path("records").asLong();
        }
        return all;
    }

    private static List<String> topics() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", target.bootstrapServers()))) {
            return List.copyOf(admin.listTopics().names().get());
        }
    }

    private static String field(String body) throws Exception {
        var answer = call("POST", "/recovery/restores", body);
        assertThat(answer.status()).as(body).isEqualTo(422);
        return answer.body().path("field").asText();
    }

    private static String refused(String body) throws Exception {
        var answer = call("POST", "/backup-tasks", body);
        assertThat(answer.status()).as(body).isBetween(409, 422);
        return answer.body().path("field").asText();
    }

    private static JsonNode done(Answer begun) throws Exception {
        var job = over(begun);
        assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("done");
        return job;
    }

    private static JsonNode over(Answer begun) throws Exception {
        assertThat(begun.status()).as(begun.toString()).isEqualTo(202);
        assertThat(begun.location())
                .endsWith("/api/v1/jobs/" + begun.body().path("id").asText());
        return await(
                "/jobs/" + begun.body().path("id").asText(),
                answer -> !answer.body().path("ended").isNull());
    }

    private static JsonNode await(String path, Predicate<Answer> wanted) throws Exception {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        var answer = call("GET", path, "");
        while (!wanted.test(answer)) {
            assertThat(System.nanoTime()).as(answer.toString()).isLessThan(limit);
            Thread.sleep(50);
            answer = call("GET", path, "");
        }
        return answer.body();
    }

    private static Answer call(String method, String path, String body) throws Exception {
        var whole = "/api/v1" + path;
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + platform.apiPort() + whole))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body.replace('\'', '"')))
                .build();
        var answer = HTTP.send(request, BodyHandlers.ofString());
        var json = answer.body().isEmpty() ? MissingNode.getInstance() : Json.MAPPER.readTree(answer.body());
        var type = answer.headers().firstValue("Content-Type").orElse("");
        new OpenApiCheck().check(method, whole, answer.statusCode(), type, json);
        return new Answer(
                answer.statusCode(),
                json,
                answer.headers().firstValue("Location").orElse(""));
    }
}
