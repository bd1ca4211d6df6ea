package dev.caudal.dist;

import dev.caudal.core.AtMessage;
import dev.caudal.core.ChangeSequence;
import dev.caudal.core.Operation;
import dev.caudal.testkit.StructureReplica;
import dev.caudal.testkit.StructureText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * An ordinary {@code read_committed} consumer of the topics of tables, one partition each. It writes down what a reader may
 * not see: a sequence that does not rise, a number that is missing or comes twice, a message that does not fit the table
 * as it was.
 */
final class StructureReader implements Runnable, AutoCloseable {
    private static final int FAULTS = 20;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> topics;
    private final Thread thread = new Thread(this, "structure-reader");
    private final Map<String, ChangeSequence> last = new HashMap<>();
    private final Map<String, StructureReplica> replicas = new HashMap<>();
    private final Map<String, List<String>> changes = new HashMap<>();
    private final TreeSet<Long> ahead = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();
    private Judged judged = Judged.NOTHING;
    private final Map<String, Integer> loads = new TreeMap<>();
    private long numbers;
    private long size;
    private volatile CountDownLatch end = new CountDownLatch(0);
    private volatile boolean closed;

    /** What is looked at beside the numbers of changes. */
    enum Judged {
        NOTHING,
        /** Whether each message fits the table before. */
        ROWS,
        /** Which changes come. */
        CHANGES
    }

    StructureReader(String bootstrapServers, List<String> tables) {
        topics = tables.stream().map(table -> new TopicPartition(table, 0)).toList();
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "auto.offset.reset", "earliest",
                        "enable.auto.commit", "false",
                        "allow.auto.create.topics", "false",
                        "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(topics);
        thread.start();
    }

    @Override
    public void run() {
        Map<TopicPartition, Long> ends = Map.of();
        while (!closed) {
            consumer.poll(Duration.ofMillis(100)).forEach(this::read);
            if (end.getCount() > 0) {
                ends = ends.isEmpty() ? consumer.endOffsets(topics) : ends;
                if (ends.entrySet().stream().allMatch(each -> consumer.position(each.getKey()) >= each.getValue())) {
                    ends = Map.of();
                    end.countDown();
                }
            }
        }
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }

    private synchronized void read(ConsumerRecord<byte[], byte[]> record) {
        size++;
        var message = AtMessage.parse(record.value());
        int number = load(record);
        loads.merge(record.topic(), number, Math::max);
        if (message.headers().operation() != Operation.REFRESH) {
            count(record.topic(), ChangeSequence.parse(message.headers().changeSequence()));
        }
        if (judged == Judged.ROWS) {
            try {
                replica(record.topic()).take(message, number);
            } catch (AssertionError e) {
                fault(record.topic() + " at offset " + record.offset() + ": " + e.getMessage());
            }
        } else if (judged == Judged.CHANGES) {
            changes.computeIfAbsent(record.topic(), topic -> new ArrayList<>()).add(StructureText.of(message));
        }
    }

    private static int load(ConsumerRecord<byte[], byte[]> record) {
        var header = record.headers().lastHeader("caudal.load");
        return header == null ? 0 : Integer.parseInt(new String(header.value(), StandardCharsets.US_ASCII));
    }

    private StructureReplica replica(String table) {
        return replicas.computeIfAbsent(table, name -> new StructureReplica());
    }

    private void count(String topic, ChangeSequence sequence) {
        var before = last.put(topic, sequence);
        if (before != null && sequence.compareTo(before) <= 0) {
            fault("change " + sequence + " of " + topic + " came after " + before);
        }
        if (sequence.count() <= numbers || !ahead.add(sequence.count())) {
            fault("change " + sequence + " of " + topic + " has a number that was there");
        }
        while (ahead.remove(numbers + 1)) {
            numbers++;
        }
    }

    private void fault(String what) {
        if (faults.size() < FAULTS) {
            faults.add(what);
        }
    }

    /** From here on that is judged; tables are empty, and no changes have come. */
    synchronized void judge(Judged other) {
        judged = other;
        replicas.clear();
        changes.clear();
    }

    /** Waits until all that is committed now has been read. */
    void awaitEnd() throws InterruptedException {
        var reached = new CountDownLatch(1);
        end = reached;
        if (!reached.await(3, TimeUnit.MINUTES)) {
            throw new AssertionError("The reader has not come to the end of " + topics + " in 3 minutes; " + faults());
        }
    }

    /** How many messages have been read. */
    synchronized long size() {
        return size;
    }

    /** The table, by key, as messages make it. */
    synchronized Map<String, String> rows(String table) {
        return Map.copyOf(replica(table).rows());
    }

    /** The changes of a table in their order. */
    synchronized List<String> changes(String table) {
        return List.copyOf(changes.getOrDefault(table, List.of()));
    }

    /** What is wrong with the messages so far, once all that were sent are read; empty if all is well. */
    synchronized List<String> faults() {
        var all = new ArrayList<>(faults);
        if (!ahead.isEmpty()) {
            all.add("change number " + (numbers + 1) + " is missing; there is number " + ahead.first());
        }
        return all;
    }

    @Override
    public synchronized String toString() {
        return "%d messages, %d of them changes; load numbers %s".formatted(size, numbers, loads);
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
