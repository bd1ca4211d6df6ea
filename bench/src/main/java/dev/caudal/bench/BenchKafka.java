package dev.caudal.bench;

import dev.caudal.local.Folders;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.LocalKafka;
import dev.caudal.local.Port;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A fresh broker. */
final class BenchKafka implements AutoCloseable {
    /** The n-th has n records, so that the broker sees small and large ones. */
    private static final int WARM_UP_TRANSACTIONS = 1_500;

    private final LocalDirectory folder;
    private final BrokerKind kind;
    private final LocalKafka broker;
    private final Admin admin;

    private BenchKafka(LocalDirectory folder, BrokerKind kind, LocalKafka broker) {
        this.folder = folder;
        this.kind = kind;
        this.broker = broker;
        this.admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    /** Starts a broker without data. */
    static BenchKafka start(LocalDirectory folder, BrokerKind kind) {
        Folders.delete(folder.data("kafka"));
        return new BenchKafka(folder, kind, LocalKafka.start(folder, Port.any(), kind.settings()));
    }

    /** Sends and reads, so that whoever comes first does not pay for the broker's compiler. */
    void warmUp() throws InterruptedException {
        var topics = topics(List.of("warm-up"));
        topics.create();
        try (var producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers(),
                        "transactional.id",
                        "warm-up",
                        "compression.type",
                        "lz4",
                        "batch.size",
                        256 << 10,
                        "linger.ms",
                        10),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.initTransactions();
            for (int transaction = 0; transaction < WARM_UP_TRANSACTIONS; transaction++) {
                producer.beginTransaction();
                for (int row = 0; row < transaction; row++) {
                    var unused = producer.send(record(row));
                }
                producer.commitTransaction();
            }
        }
        var unused = topics.count();
        topics.delete();
        Settling.await(pid());
    }

    /** As the engines' records are: with a key, headers, and a value that is text. */
    private static ProducerRecord<byte[], byte[]> record(int row) {
        var key = Integer.toString(row).getBytes(StandardCharsets.US_ASCII);
        var value = "{\"ID\": %d, \"Name\": \"Cibinong %d\", \"District\": \"West Java\"}"
                .formatted(row, row)
                .repeat(8);
        var record = new ProducerRecord<>("warm-up", key, value.getBytes(StandardCharsets.US_ASCII));
        for (var header : List.of("schema", "table", "operation")) {
            record.headers().add(header, key);
        }
        return record;
    }

    /** Its settings. */
    BrokerKind kind() {
        return kind;
    }

    /** Where clients connect. */
    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Its process. */
    long pid() {
        return broker.pid();
    }

    /** Topics of one partition each. */
    TopicEnds topics(List<String> names) {
        return new TopicEnds(admin, bootstrapServers(), names, 1);
    }

    /** A topic of several partitions. */
    TopicEnds topic(String name, int partitions) {
        return new TopicEnds(admin, bootstrapServers(), List.of(name), partitions);
    }

    @Override
    public void close() {
        admin.close();
        broker.stop();
        Folders.delete(folder.data("kafka"));
    }
}
