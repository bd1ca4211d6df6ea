package dev.caudal.server.drill;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.caudal.server.definition.PlatformException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topic of a drill, as a replication task fills it. */
final class DrillTopic {
    static final String NAME = "drill.city";
    static final String GROUP = "drill-readers";
    static final int PARTITIONS = 3;

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int PER_TRANSACTION = 500;

    private final String servers;

    DrillTopic(String servers) {
        this.servers = servers;
    }

    /** Creates it. */
    void create() throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            // Its records are of long ago, and must not be deleted for that.
            var topic = new NewTopic(NAME, PARTITIONS, (short) 1).configs(Map.of("retention.ms", "-1"));
            admin.createTopics(List.of(topic)).all().get();
        }
    }

    /** Sends records 0 to {@code records}, and before them some whose transaction is given up. */
    void fill(int records) throws InterruptedException, ExecutionException {
        send("drill-given-up", 0, 50, false);
        for (int from = 0; from < records; from += 100 * PER_TRANSACTION) {
            send("drill", from, Math.min(records, from + 100 * PER_TRANSACTION), true);
        }
    }

    private void send(String id, int from, int to, boolean commit) throws InterruptedException, ExecutionException {
        Map<String, Object> settings = Map.of("bootstrap.servers", servers, "transactional.id", id, "linger.ms", 5);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            for (int i = from; i < to; ) {
                producer.beginTransaction();
                for (int end = Math.min(to, i + PER_TRANSACTION); i < end; i++) {
                    var unused = producer.send(record(i));
                }
                if (commit) {
                    producer.commitTransaction();
                } else {
                    producer.flush();
                    producer.abortTransaction();
                }
            }
        }
    }

    /** Lets the group read and acknowledge a part of each partition; returns the number of the last record, by partition. */
    Map<Integer, Long> readPart(int records) {
        var last = new TreeMap<Integer, Long>();
        for (var partition : partitions()) {
            try (var consumer = consumer("earliest", "100")) {
                consumer.assign(List.of(partition));
                long wanted = Math.max(1, records / PARTITIONS / (2 + partition.partition()));
                for (long read = 0; read < wanted; ) {
                    var page = next(consumer);
                    read += page.size();
                    last.put(partition.partition(), number(page.get(page.size() - 1)));
                    consumer.commitSync();
                }
            }
        }
        return last;
    }

    /** The first record that the group gets of each partition now, by number. */
    Map<Integer, Long> firstOfEach() {
        var first = new TreeMap<Integer, Long>();
        for (var partition : partitions()) {
            try (var consumer = consumer("none", "1")) {
                consumer.assign(List.of(partition));
                first.put(partition.partition(), number(next(consumer).get(0)));
            }
        }
        return first;
    }

    /** Gives each record of a partition to {@code check}, up to the end that it has now. */
    void readAll(int partition, RecordCheck check) {
        var all = new TopicPartition(NAME, partition);
        try (var consumer = consumer("earliest", "5000")) {
            consumer.assign(List.of(all));
            consumer.seekToBeginning(List.of(all));
            long end = consumer.endOffsets(List.of(all)).getOrDefault(all, 0L);
            while (consumer.position(all) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(check);
            }
        }
    }

    /** The number of a record, which its value tells. */
    static long number(ConsumerRecord<byte[], byte[]> record) {
        var text = new String(record.value(), UTF_8);
        return Long.parseLong(text.substring(text.indexOf(':') + 1, text.indexOf(',')));
    }

    /** The record that was sent under a number. */
    static ProducerRecord<byte[], byte[]> record(long number) {
        return new ProducerRecord<>(
                NAME,
                (int) (number % PARTITIONS),
                1_590_003_235_000L + number,
                number % 5 == 0 ? null : ("city-" + number % 1000).getBytes(UTF_8),
                "{\"ID\":%d,\"Name\":\"Ñuñoa\",\"Population\":%d}"
                        .formatted(number, number * 7)
                        .getBytes(UTF_8),
                List.of(new RecordHeader(
                        "caudal.load", Long.toString(number % 3).getBytes(UTF_8))));
    }

    private static List<TopicPartition> partitions() {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(NAME, partition))
                .toList();
    }

    private static List<ConsumerRecord<byte[], byte[]>> next(Consumer<byte[], byte[]> consumer) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() - end < 0) {
            var got = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            consumer.poll(Duration.ofMillis(500)).forEach(got::add);
            if (!got.isEmpty()) {
                return got;
            }
        }
        throw new PlatformException("A consumer of the drill got no record in %d s.".formatted(LIMIT.toSeconds()));
    }

    private KafkaConsumer<byte[], byte[]> consumer(String reset, String most) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", servers,
                "group.id", GROUP,
                "enable.auto.commit", "false",
                "auto.offset.reset", reset,
                "max.poll.records", most,
                "isolation.level", "read_committed");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** What looks at each record. */
    interface RecordCheck extends java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> {}
}
