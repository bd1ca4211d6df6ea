package dev.caudal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.local.ChildProcesses;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.LocalKafka;
import dev.caudal.local.LocalS3;
import dev.caudal.local.Port;
import dev.caudal.testkit.TestS3;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.S3Object;

class ConnectCommandIT {
    private static final Path SHIPPED = Path.of("..", "etc").toAbsolutePath().normalize();
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(120);

    /** 2020-05-20 19:26:40 UTC, as the document's folder says. */
    private static final long TIME = 1_590_002_800_000L;

    @TempDir
    private Path root;

    @AfterEach
    void stop() {
        new ChildProcesses(data()).stopAll();
    }

    @Test
    void the_documents_file_with_its_values_filled_in_puts_objects_under_the_documents_names() throws Exception {
        var kafka = LocalKafka.start(data(), Port.any());
        var store = LocalS3.start(data(), Port.any());
        produce(kafka, 3);
        try (var s3 = TestS3.newClient(store.endpoint());
                var worker = connect(worker(kafka.bootstrapServers()), sink(filledIn()), "--local-s3")) {
            s3.createBucket(request -> request.bucket("backup"));
            worker.awaitNote(" and runs s3-sink. Ctrl-C stops it.");

            long end = System.nanoTime() + LIMIT_NANOS;
            List<String> names = List.of();
            while (names.size() < 2 && System.nanoTime() < end) {
                names = s3.listObjectsV2(request -> request.bucket("backup").prefix("topics/")).contents().stream()
                        .map(S3Object::key)
                        .toList();
                Thread.sleep(200);
            }

            assertThat(names)
                    .as(worker.err())
                    .containsExactly(
                            "topics/city/2020-05-20/19/city+0+0000000000.json",
                            "topics/city/2020-05-20/19/city+0+0000000001.json");
            var object = names.get(0);
            assertThat(s3.getObjectAsBytes(request -> request.bucket("backup").key(object))
                            .asUtf8String())
                    .isEqualTo("{\"z\":1.10,\"a\":0}\n");
            assertThat(s3.listObjectsV2(request -> request.bucket("backup").prefix("_caudal/v1/"))
                            .contents())
                    .extracting(S3Object::key)
                    .contains("_caudal/v1/%s/topics/city/g1/p00000/00000000000000000000.commit.json"
                            .formatted(clusterId(kafka)));
            worker.interrupt();
            assertThat(worker.finish("")).isEqualTo(ExitCode.OK);
        }
    }

    @Test
    void the_file_as_it_is_shipped_ends_with_code_1_and_names_the_lines_to_fill_in() throws Exception {
        var shipped = SHIPPED.resolve("kafka-connect-s3").resolve("quickstart-s3.properties");
        var worker = SHIPPED.resolve("kafka").resolve("connect-standalone.properties");

        try (var check = connect(worker, shipped, "--check")) {
            assertThat(check.finish("")).isEqualTo(1);
            assertThat(check.err().lines().filter(line -> line.contains(": error: ")))
                    .hasSize(3)
                    .allSatisfy(
                            line -> assertThat(line).contains("quickstart-s3.properties:", "has no value. Fill it in"));
        }
    }

    @Test
    void exit_codes_are_those_of_kafka() throws Exception {
        var worker = worker("127.0.0.1:1");
        var sink = sink(filledIn());

        assertEnds(1, "Missing required parameter", "connect", "standalone", worker.toString());
        assertEnds(2, "there is no such file", "connect", "standalone", worker.toString(), "none.properties");
        assertEnds(
                3,
                "no object store runs in",
                "connect",
                "standalone",
                worker.toString(),
                sink.toString(),
                "--local-s3");
        assertEnds(3, "cannot reach Kafka at 127.0.0.1:1", "connect", "standalone", worker.toString(), sink.toString());
        assertEnds(2, "Missing required configuration", "connect", "distributed", worker.toString());
    }

    @Test
    void a_distributed_worker_serves_until_it_is_told_to_stop() throws Exception {
        var kafka = LocalKafka.start(data(), Port.any());
        var text = Files.readString(SHIPPED.resolve("kafka").resolve("connect-distributed.properties"))
                .replace("localhost:9092", kafka.bootstrapServers());

        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
                var worker = CommandProcess.start(
                        root,
                        "connect",
                        "distributed",
                        write("distributed.properties", text).toString())) {
            worker.awaitNote("The worker serves http://127.0.0.1:");
            for (long end = System.nanoTime() + 60_000_000_000L; members(admin) == 0; Thread.sleep(100)) {
                assertThat(System.nanoTime()).as("it joins its group").isLessThan(end);
            }
            worker.interrupt();
            assertThat(worker.finish("")).isEqualTo(ExitCode.OK);
            assertThat(members(admin))
                    .as("it has left its group, which need not wait for the end of its session")
                    .isEqualTo(0);
        }
    }

    private static int members(Admin admin) throws Exception {
        try {
            var groups = admin.describeClassicGroups(List.of("connect-cluster")).all();
            return groups.get().values().stream()
                    .mapToInt(group -> group.members().size())
                    .sum();
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(GroupIdNotFoundException.class);
            return 0;
        }
    }

    private void assertEnds(int code, String message, String... arguments) throws Exception {
        var all = new ArrayList<>(List.of(arguments));
        if (!all.contains("distributed")) {
            all.addAll(List.of("--data", data().root().toString()));
        }
        try (var process = CommandProcess.start(root, all.toArray(String[]::new))) {
            assertThat(process.finish("")).as(process.err()).isEqualTo(code);
            assertThat(process.err()).contains(message);
        }
    }

    private CommandProcess connect(Path worker, Path sink, String option) throws IOException {
        return CommandProcess.start(
                root,
                "connect",
                "standalone",
                worker.toString(),
                sink.toString(),
                option,
                "--data",
                data().root().toString());
    }

    /** The document's file, its broken line joined. */
    private static String filledIn() throws IOException {
        try (var file = ConnectCommandIT.class.getResourceAsStream("document.properties")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("value.conver\nter", "value.converter")
                    .replace("topics=", "topics=city")
                    .replace("s3.region=", "s3.region=us-east-1")
                    .replace("s3.bucket.name=", "s3.bucket.name=backup");
        }
    }

    /** A record each 61 s of their own time, so that each but the last is an object by itself. */
    private static void produce(LocalKafka kafka, int records) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (var admin = Admin.create(settings);
                var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            admin.createTopics(List.of(new NewTopic("city", 1, (short) 1).configs(Map.of("retention.ms", "-1"))))
                    .all()
                    .get(60, TimeUnit.SECONDS);
            for (int i = 0; i < records; i++) {
                var value = "{\"z\":1.10,\"a\":%d}".formatted(i);
                producer.send(new ProducerRecord<>("city", 0, TIME + i * 61_000L, null, value))
                        .get(60, TimeUnit.SECONDS);
            }
        }
    }

    private static String clusterId(LocalKafka kafka) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            return admin.describeCluster().clusterId().get(60, TimeUnit.SECONDS);
        }
    }

    private Path worker(String bootstrapServers) throws IOException {
        return write(
                "worker.properties",
                Files.readString(SHIPPED.resolve("kafka").resolve("connect-standalone.properties"))
                        .replace("localhost:9092", bootstrapServers)
                        .replace("/tmp/connect.offsets", root.resolve("offsets").toString()));
    }

    private Path sink(String text) throws IOException {
        return write("sink.properties", text);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(root.resolve(name), text);
    }

    private LocalDirectory data() {
        return new LocalDirectory(root.resolve("data"));
    }
}
