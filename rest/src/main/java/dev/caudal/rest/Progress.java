package dev.caudal.rest;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What of a consumer's records was delivered, acknowledged and committed. All numbers are next offsets: one more than the
 * last record's. Belongs to the consumer's thread.
 */
final class Progress {
    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** So long at most a commit keeps the next page back. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** A page that was written and not yet acknowledged. */
    private record Delivered(Page page, Map<TopicPartition, Long> next) {}

    private final Consumer<byte[], byte[]> consumer;
    private final Deque<Delivered> open = new ArrayDeque<>();
    private final Map<TopicPartition, Long> delivered = new HashMap<>();
    private final Map<TopicPartition, Long> acknowledged = new HashMap<>();
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private boolean byClient;
    private boolean committing;
    private boolean settled = true;
    private long unsettledSince;
    private long notBefore = System.nanoTime();

    /**
     * Nothing delivered yet.
     *
     * @param byClient whether only the client commits; else what it has received is committed for it
     */
    Progress(Consumer<byte[], byte[]> consumer, boolean byClient) {
        this.consumer = consumer;
        this.byClient = byClient;
    }

    boolean isCommittedByClient() {
        return byClient;
    }

    /** From now on only the client commits. */
    void commitByClient() {
        byClient = true;
    }

    void written(Page page) {
        var next = new LinkedHashMap<TopicPartition, Long>();
        for (ConsumerRecord<byte[], byte[]> record : page.records()) {
            next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        }
        delivered.putAll(next);
        open.add(new Delivered(page, next));
    }

    /** Where the oldest page begins that was delivered and not acknowledged. */
    OptionalLong firstUnacknowledged(TopicPartition partition) {
        return open.stream()
                .filter(each -> each.next().containsKey(partition))
                .flatMap(each -> each.page().records().stream())
                .filter(record -> record.partition() == partition.partition()
                        && record.topic().equals(partition.topic()))
                .mapToLong(ConsumerRecord::offset)
                .findFirst();
    }

    /** Takes the pages that a client had when it sent this request as received. */
    void acknowledge(Read read) {
        open.removeIf(each -> {
            boolean received = read.acknowledges(each.page());
            if (received) {
                acknowledged.putAll(each.next());
                unsettle();
            }
            return received;
        });
    }

    /**
     * Whether all that was acknowledged is committed, so that no crash can bring it again once the next page is delivered.
     * A commit that takes too long counts as done: readers do not stop because of it.
     */
    boolean isSettled() {
        if (!settled) {
            settled = !committing && due().isEmpty() || System.nanoTime() - unsettledSince > LONGEST.toNanos();
        }
        return settled;
    }

    private void unsettle() {
        if (settled) {
            settled = false;
            unsettledSince = System.nanoTime();
        }
    }

    /** Takes all that was written as received. */
    void acknowledgeAll() {
        open.forEach(each -> acknowledged.putAll(each.next()));
        open.clear();
    }

    /** Commits what was acknowledged, without waiting; a failure is tried again. */
    void commitSoon() {
        var due = due();
        if (committing || due.isEmpty() || System.nanoTime() - notBefore < 0) {
            return;
        }
        committing = true;
        consumer.commitAsync(offsets(due), (offsets, error) -> {
            committing = false;
            if (error == null) {
                committed.putAll(due);
            } else if (error instanceof RetriableException) {
                notBefore = System.nanoTime() + PAUSE.toNanos();
            } else {
                LOG.atWarn().addKeyValue("problem", error.toString()).log("offsets could not be committed");
                acknowledged.keySet().removeAll(due.keySet());
            }
        });
    }

    /** Commits what was acknowledged of some partitions before they go. */
    void commitBeforeLoss(Collection<TopicPartition> partitions, Duration limit) {
        var due = due();
        due.keySet().retainAll(partitions);
        if (due.isEmpty()) {
            return;
        }
        commit(due, limit);
    }

    /** Commits what was delivered, and waits. */
    void commitDelivered(Duration limit) {
        acknowledgeAll();
        commit(delivered, limit);
    }

    /** Commits given offsets, and waits. */
    void commit(Map<TopicPartition, Long> next, Duration limit) {
        if (!next.isEmpty()) {
            consumer.commitSync(offsets(next), limit);
            committed.putAll(next);
        }
    }

    /** What clients of v1 are told: of each partition read, the last delivered record's offset. */
    List<ConsumedOffset> consumed() {
        return new TreeMap<>(delivered.entrySet().stream()
                        .collect(Collectors.toMap(entry -> entry.getKey().toString(), entry -> entry)))
                .values().stream()
                        .map(entry -> ConsumedOffset.of(entry.getKey(), entry.getValue() - 1))
                        .toList();
    }

    /** Forgets partitions that are no longer this consumer's, or are read from elsewhere. */
    void forget(Collection<TopicPartition> partitions) {
        delivered.keySet().removeAll(partitions);
        acknowledged.keySet().removeAll(partitions);
        committed.keySet().removeAll(partitions);
        open.forEach(each -> each.next().keySet().removeAll(partitions));
    }

    /** The partitions of which something was delivered. */
    Set<TopicPartition> partitions() {
        return delivered.keySet();
    }

    private Map<TopicPartition, Long> due() {
        var due = new HashMap<TopicPartition, Long>();
        if (byClient) {
            return due;
        }
        acknowledged.forEach((partition, next) -> {
            if (!next.equals(committed.get(partition))) {
                due.put(partition, next);
            }
        });
        return due;
    }

    private static Map<TopicPartition, OffsetAndMetadata> offsets(Map<TopicPartition, Long> next) {
        return next.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new OffsetAndMetadata(entry.getValue())));
    }
}
