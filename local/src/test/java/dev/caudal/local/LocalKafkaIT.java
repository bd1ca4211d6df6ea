package dev.caudal.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaIT {
    @TempDir
    private Path root;

    private LocalDirectory folder;

    @BeforeEach
    void folder() {
        folder = new LocalDirectory(root.resolve("a folder with spaces"));
    }

    @AfterEach
    void stop() {
        new ChildProcesses(folder).stopAll();
    }

    @Test
    void records_of_a_broker_that_was_killed_are_there_after_its_restart()
            throws ExecutionException, InterruptedException {
        var first = LocalKafka.start(folder, Port.any());
        createTopic(first, "t");
        send(first, "t", "one");
        first.kill();
        assertThat(first.isAlive()).isFalse();

        var second = LocalKafka.start(folder, Port.exactly(first.port()));
        send(second, "t", "two");
        second.stop();

        var third = LocalKafka.start(folder, Port.exactly(first.port()));
        assertThat(read(third, "t", 2)).containsExactly("one", "two");
    }

    @Test
    void it_has_the_options_that_the_environment_gives_to_servers() {
        var options = Optional.ofNullable(System.getenv("CAUDAL_SERVER_JAVA_OPTIONS"));
        assertThat(options).as("the build sets them").isPresent();
        var broker = LocalKafka.start(folder, Port.any());

        var arguments = ProcessHandle.of(broker.pid()).orElseThrow().info().arguments();

        assertThat(arguments.orElseThrow()).contains(options.orElseThrow().split(" "));
    }

    @Test
    void readers_do_not_wait_for_a_transaction_that_was_open_when_the_broker_was_killed()
            throws ExecutionException, InterruptedException {
        var first = LocalKafka.start(folder, Port.any());
        createTopic(first, "t");
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                first.bootstrapServers(),
                "transactional.id",
                "interrupted",
                "transaction.timeout.ms",
                1000);
        var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>("t", "never committed")).get();
        first.kill();
        producer.close(Duration.ZERO);

        var second = LocalKafka.start(folder, Port.exactly(first.port()));
        send(second, "t", "one");
        assertThat(read(second, "t", 1)).containsExactly("one");
    }

    @Test
    void a_taken_port_stops_an_exact_wish_before_anything_is_started() throws IOException {
        try (var taken = new ServerSocket(Port.any().choose("a test"), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalKafka.start(folder, Port.exactly(taken.getLocalPort())))
                    .isInstanceOf(LocalServerException.class)
                    .hasMessageContaining("another process listens there");
        }
        assertThat(ProcessRecord.all(folder)).isEmpty();
    }

    private static void createTopic(LocalKafka kafka, String topic) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private static void send(LocalKafka kafka, String topic, String value)
            throws ExecutionException, InterruptedException {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "test");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, value)).get();
            producer.commitTransaction();
        }
    }

    private static List<String> read(LocalKafka kafka, String topic, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka.bootstrapServers(),
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest");
        var values = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            for (int polls = 0; values.size() < count && polls < 100; polls++) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
