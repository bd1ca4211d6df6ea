package dev.caudal.dist;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.core.AtMessage;
import dev.caudal.core.ChangeSequence;
import dev.caudal.core.Operation;
import dev.caudal.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * An ordinary {@code read_committed} consumer of the ledger's topics that writes down whatever a reader may not see: a
 * row of a load twice under one load number, a change sequence that does not rise in its partition, a gap or a
 * repetition in the change numbers, an event counter or last-event flag that is wrong.
 */
final class Audit implements Runnable, AutoCloseable {

    private static final long ABSENT = -1;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread = new Thread(this, "audit");
    private final AtomicLong refreshed = new AtomicLong();
    private final Map<TopicPartition, Load> loads = new HashMap<>();
    private final Map<TopicPartition, ChangeSequence> last = new HashMap<>();
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final List<Seen> changes = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<TopicPartition, Map<Integer, Long>> rows = new HashMap<>();
    private int foreign;
    private volatile boolean closed;

    /** A reader of the topics of both tables, from their start. */
    Audit(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "auto.offset.reset", "earliest",
                        "enable.auto.commit", "false",
                        "metadata.max.age.ms", "1000",
                        "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        thread.start();
    }

    /** A change as it was read. */
    record Seen(ChangeSequence sequence, Workload.Change change, String transaction, long counter, boolean last) {}

    private static final class Load {
        private int number;
        private final BitSet keys = new BitSet();
    }

    /** No group: a broker that forgets its members may not make the reader begin again. */
    private void assign() {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : List.of(Workload.ORDERS, Workload.NOTES)) {
            List<PartitionInfo> known = consumer.listTopics().get(topic);
            if (known == null) {
                return;
            }
            known.forEach(each -> partitions.add(new TopicPartition(topic, each.partition())));
        }
        consumer.assign(partitions);
    }

    @Override
    public void run() {
        while (!closed && consumer.assignment().isEmpty()) {
            assign();
            pause();
        }
        while (!closed) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                read(record);
            }
        }
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ZERO));
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void read(ConsumerRecord<byte[], byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        Long expected = next.put(partition, record.offset() + 1);
        if (expected != null && record.offset() < expected) {
            faults.add("offset " + record.offset() + " of " + partition + " was read after " + expected);
        }
        if (record.value()[0] != '{') {
            foreign++;
            return;
        }
        AtMessage message = AtMessage.parse(record.value());
        int key = key(record.topic(), message.data());
        long stamp = message.data().get("stamp").asLong();
        if (message.headers().operation() == Operation.REFRESH) {
            refresh(partition, record, key, stamp);
        } else {
            change(
                    partition,
                    message,
                    new Workload.Change(
                            record.topic(), message.headers().operation().name(), key, stamp));
        }
    }

    private static int key(String table, JsonNode row) {
        return table.equals(Workload.ORDERS)
                ? row.get("id").asInt()
                : Integer.parseInt(row.get("name").asText().substring(1));
    }

    private void refresh(TopicPartition partition, ConsumerRecord<byte[], byte[]> record, int key, long stamp) {
        int number = Integer.parseInt(
                new String(record.headers().lastHeader("caudal.load").value(), StandardCharsets.US_ASCII));
        Load load = loads.computeIfAbsent(partition, each -> new Load());
        if (number > load.number) {
            load.number = number;
            load.keys.clear();
            table(partition).clear();
        }
        if (number == load.number) {
            if (load.keys.get(key)) {
                faults.add("row " + key + " of " + record.topic() + " was loaded twice under number " + number);
            }
            load.keys.set(key);
            table(partition).put(key, stamp);
        }
        refreshed.incrementAndGet();
    }

    /** Partitions are read each at its own pace, so a new load makes anew only the rows of its partition. */
    private Map<Integer, Long> table(TopicPartition partition) {
        return rows.computeIfAbsent(partition, each -> new HashMap<>());
    }

    private void change(TopicPartition partition, AtMessage message, Workload.Change change) {
        ChangeSequence sequence = ChangeSequence.parse(message.headers().changeSequence());
        ChangeSequence before = last.put(partition, sequence);
        if (before != null && sequence.compareTo(before) <= 0) {
            faults.add("change " + sequence + " of " + partition + " came after " + before);
        }
        Map<Integer, Long> table = table(partition);
        boolean gone = change.operation().equals("DELETE");
        Long had = gone ? table.remove(change.key()) : table.put(change.key(), change.stamp());
        if (gone && had == null) {
            faults.add("a row that is not there was deleted: " + change);
        }
        changes.add(new Seen(
                sequence,
                change,
                message.headers().transactionId(),
                Objects.requireNonNull(message.headers().transactionEventCounter()),
                Objects.requireNonNull(message.headers().transactionLastEvent())));
    }

    /** How many rows of the load have been read, repetitions under other load numbers counted too. */
    long refreshed() {
        return refreshed.get();
    }

    /** How many rows a table's load with the highest number has brought so far. */
    synchronized long loadedRows(String table) {
        int number = loadNumber(table);
        return loads.entrySet().stream()
                .filter(each -> each.getKey().topic().equals(table) && each.getValue().number == number)
                .mapToLong(each -> each.getValue().keys.cardinality())
                .sum();
    }

    /** How many records of others have been read. */
    synchronized int foreign() {
        return foreign;
    }

    /** How many changes have been read. */
    synchronized int size() {
        return changes.size();
    }

    /** The load number of a table, 0 before its first row. */
    synchronized int loadNumber(String table) {
        return loads.entrySet().stream()
                .filter(each -> each.getKey().topic().equals(table))
                .mapToInt(each -> each.getValue().number)
                .max()
                .orElse(0);
    }

    /** The changes in the order of their sequence. */
    synchronized List<Seen> changes() {
        return changes.stream().sorted(Comparator.comparing(Seen::sequence)).toList();
    }

    /** What a reader may not see; empty if all is well. */
    synchronized List<String> faults() {
        List<String> all = new ArrayList<>(faults);
        long count = 0;
        String transaction = "";
        long counter = 0;
        boolean ended = true;
        for (Seen seen : changes()) {
            if (seen.sequence().count() != ++count) {
                all.add("change number " + seen.sequence().number() + " where " + (4 * count + 1) + " was due");
                count = seen.sequence().count();
            }
            boolean same = seen.transaction().equals(transaction);
            if (same == ended || seen.counter() != (same ? counter + 1 : 1)) {
                all.add("event " + seen.counter() + " of transaction " + seen.transaction() + " after event " + counter
                        + " of " + transaction + (ended ? ", which had ended" : ", which had not ended"));
            }
            transaction = seen.transaction();
            counter = seen.counter();
            ended = seen.last();
        }
        return all;
    }

    /** Where a table rebuilt from the messages is not the table in the database; empty if they are equal. */
    synchronized List<String> differences(TestDatabase database, String name) throws SQLException {
        List<String> differences = new ArrayList<>();
        Map<Integer, Long> rebuilt = new HashMap<>();
        rows.forEach((partition, part) -> {
            if (partition.topic().equals(name)) {
                rebuilt.putAll(part);
            }
        });
        String key = name.equals(Workload.ORDERS) ? "id" : "CAST(SUBSTR(name, 2) AS UNSIGNED)";
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT " + key + ", stamp FROM " + name)) {
            while (result.next()) {
                Long stamp = rebuilt.remove(result.getInt(1));
                if ((stamp == null ? ABSENT : stamp) != result.getLong(2) && differences.size() < 20) {
                    differences.add(
                            name + " " + result.getInt(1) + " has stamp " + result.getLong(2) + ", read was " + stamp);
                }
            }
        }
        rebuilt.keySet().stream()
                .limit(20)
                .forEach(extra -> differences.add(name + " " + extra + " is not in the table"));
        return differences;
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
