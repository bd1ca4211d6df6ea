package dev.caudal.server.message;

import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads topics by pages, backwards from an offset. Bounded in records, bytes, time and how many read at once; it has no
 * group and commits nothing. Any thread may use it; a call blocks for half a minute at most.
 */
public final class TopicPages {
    /** So many records at most are in a page. */
    public static final int MOST = 200;

    private static final int AT_ONCE = 4;
    private static final long MOST_BYTES = 8L * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(200);

    /** What a client needs here; the rest is said by whoever knows the cluster. */
    private static final Map<String, Object> OWN = Map.of(
            "client.id",
            "caudal-messages",
            "enable.auto.commit",
            false,
            "allow.auto.create.topics",
            false,
            "isolation.level",
            "read_committed",
            "auto.offset.reset",
            "earliest",
            "max.partition.fetch.bytes",
            1024 * 1024,
            "default.api.timeout.ms",
            (int) PATIENCE.toMillis(),
            "request.timeout.ms",
            (int) PATIENCE.toMillis() / 2);

    private final Semaphore free = new Semaphore(AT_ONCE);

    /**
     * Reads a page.
     *
     * @param cluster the settings of clients of the cluster
     * @param topic the topic
     * @param partition its partition
     * @param before only records with a lower offset; empty for the newest
     * @param limit how many at most, 1 to {@link #MOST}
     * @return the page; it is smaller where the records are large
     * @throws Refusal when there is no such topic or partition, the cluster does not answer, or too many read at once
     */
    public MessagePage read(Map<String, String> cluster, String topic, int partition, OptionalLong before, int limit) {
        if (!free.tryAcquire()) {
            throw Refusal.of(
                    ProblemCode.TOO_MANY_READERS,
                    "%d requests read topics already, and no more are served at once.".formatted(AT_ONCE),
                    "Ask again in a moment.");
        }
        var settings = new HashMap<String, Object>(cluster);
        settings.putAll(OWN);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return new Reading(consumer, topic, partition, limit).page(before);
        } catch (KafkaException e) {
            throw Refusal.of(
                    ProblemCode.TARGET_UNAVAILABLE,
                    "The topic '%s' cannot be read: %s".formatted(topic, e.getMessage()),
                    "Test the target's connection, and see that its user may read the topic.");
        } finally {
            free.release();
        }
    }

    private record Reading(KafkaConsumer<byte[], byte[]> consumer, String topic, int partition, int limit) {
        MessagePage page(OptionalLong before) {
            int partitions = partitions();
            var place = new TopicPartition(topic, partition);
            consumer.assign(List.of(place));
            long begin = Objects.requireNonNull(
                    consumer.beginningOffsets(List.of(place)).get(place));
            long end =
                    Objects.requireNonNull(consumer.endOffsets(List.of(place)).get(place));
            long until = Math.min(end, before.orElse(end));
            var records = before(place, begin, until);
            long oldest = records.isEmpty() ? begin : records.get(0).offset();
            Collections.reverse(records);
            var older = oldest > begin ? OptionalLong.of(oldest) : OptionalLong.empty();
            return new MessagePage(topic, partition, partitions, begin, end, records, older);
        }

        private int partitions() {
            int count = consumer.listTopics().getOrDefault(topic, List.of()).size();
            if (partition < 0 || partition >= count) {
                throw Refusal.of(
                        ProblemCode.NO_SUCH_PARTITION,
                        count == 0
                                ? "There is no topic '%s' yet.".formatted(topic)
                                : "'%s' has no partition %d.".formatted(topic, partition),
                        count == 0
                                ? "Run the task: it creates its topics."
                                : "Ask for one of 0 to %d.".formatted(count - 1));
            }
            return count;
        }

        /** The last records before an offset. Ends of transactions take offsets too, so a span may have fewer than it is long. */
        private List<ConsumerRecord<byte[], byte[]>> before(TopicPartition place, long begin, long until) {
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            long span = 2L * limit;
            for (long to = until; to > begin && records.size() < limit && System.nanoTime() < deadline; ) {
                long from = Math.max(begin, to - span);
                var found = span(place, from, to, deadline);
                found.addAll(records);
                records = last(found);
                to = from;
                span *= 4;
            }
            return records;
        }

        private ArrayList<ConsumerRecord<byte[], byte[]>> span(
                TopicPartition place, long from, long to, long deadline) {
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            consumer.seek(place, from);
            while (consumer.position(place) < to && System.nanoTime() < deadline) {
                for (var record : consumer.poll(POLL)) {
                    if (record.offset() < to) {
                        records.add(record);
                    }
                }
                records = last(records);
            }
            return records;
        }

        /** The newest of them that a page holds, one at least. */
        private ArrayList<ConsumerRecord<byte[], byte[]>> last(List<ConsumerRecord<byte[], byte[]>> records) {
            int first = records.size();
            long bytes = 0;
            while (first > 0 && records.size() - first < limit) {
                bytes += Math.max(0, records.get(first - 1).serializedValueSize());
                if (bytes > MOST_BYTES && first < records.size()) {
                    break;
                }
                first--;
            }
            return new ArrayList<>(records.subList(first, records.size()));
        }
    }
}
