package dev.caudal.rest;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a consumer reads: its subscription or assignment, and what happens when partitions come and go. Belongs to the
 * consumer's thread.
 */
final class Membership implements ConsumerRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(Membership.class);

    /** Before partitions are given away; the others of the group wait for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** For what must be asked of a broker. */
    private static final Duration LOOK_UP = Duration.ofSeconds(10);

    private final Consumer<byte[], byte[]> consumer;
    private final Inbox inbox;
    private final Progress progress;
    private Optional<Runnable> subscribe = Optional.empty();
    private boolean released;

    Membership(Consumer<byte[], byte[]> consumer, Inbox inbox, Progress progress) {
        this.consumer = consumer;
        this.inbox = inbox;
        this.progress = progress;
    }

    void subscribe(Collection<String> topics) {
        subscribe(() -> consumer.subscribe(topics, this));
    }

    void subscribe(Pattern topics) {
        subscribe(() -> consumer.subscribe(topics, this));
    }

    void unsubscribe() {
        subscribe = Optional.empty();
        leave();
    }

    void assign(Collection<TopicPartition> partitions) {
        var gone = new HashSet<TopicPartition>(consumer.assignment());
        consumer.assign(partitions);
        gone.removeAll(partitions);
        onPartitionsLost(gone);
    }

    Set<String> topics() {
        return consumer.subscription();
    }

    Set<TopicPartition> partitions() {
        return consumer.assignment();
    }

    /** Whether there is anything to read from. */
    boolean isActive() {
        // A pattern that fits nothing yet shows up in neither of the consumer's own sets.
        return !released && subscribe.isPresent() || !consumer.assignment().isEmpty();
    }

    /** Whether it has ever been told what to read. */
    boolean isDirected() {
        return isActive() || released;
    }

    /** Whether it reads this partition now. */
    boolean reads(String topic, int partition) {
        return consumer.assignment().contains(new TopicPartition(topic, partition));
    }

    /** Whether more records shall be fetched; the place in the group is kept in either case. */
    void fetchMore(boolean wanted) {
        if (wanted) {
            consumer.resume(consumer.paused());
        } else {
            consumer.pause(consumer.assignment());
        }
    }

    /** Leaves for ever. */
    void close(Duration limit) {
        quietly(() -> progress.commitBeforeLoss(List.copyOf(progress.partitions()), limit));
        consumer.close(CloseOptions.timeout(limit));
    }

    /** Reads on from elsewhere. */
    void seek(Map<TopicPartition, Long> offsets) {
        offsets.forEach(consumer::seek);
        readElsewhere(offsets.keySet());
    }

    /** Reads on at the first records that are not older than this; at the end where there are none. */
    void seekToTime(Map<TopicPartition, Long> millis) {
        if (millis.isEmpty()) {
            return;
        }
        var found = consumer.offsetsForTimes(millis, LOOK_UP);
        for (var partition : millis.keySet()) {
            var at = found.get(partition);
            if (at == null) {
                consumer.seekToEnd(Set.of(partition));
            } else {
                consumer.seek(partition, at.offset());
            }
        }
        readElsewhere(millis.keySet());
    }

    /** What is committed for a partition. */
    Optional<OffsetAndMetadata> committed(TopicPartition partition) {
        return Optional.ofNullable(
                consumer.committed(Set.of(partition), LOOK_UP).get(partition));
    }

    void seekToBeginning(Collection<TopicPartition> partitions) {
        consumer.seekToBeginning(partitions);
        readElsewhere(partitions);
    }

    void seekToEnd(Collection<TopicPartition> partitions) {
        consumer.seekToEnd(partitions);
        readElsewhere(partitions);
    }

    /** Gives the partitions of a group away, as nobody reads; {@link #resume} asks for them again. */
    void release() {
        if (subscribe.isEmpty() || released) {
            return;
        }
        released = true;
        if (!progress.isCommittedByClient()) {
            // Whoever gets them goes on after the last acknowledged record, also where there was none.
            quietly(() -> progress.commit(firstUnread(), PATIENCE));
        }
        leave();
        LOG.atInfo().log("the partitions of a consumer whose client has gone are free");
    }

    /** Becomes a member again, if it was released. */
    void resume() {
        if (released) {
            released = false;
            subscribe.ifPresent(Runnable::run);
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        quietly(() -> progress.commitBeforeLoss(partitions, PATIENCE));
        onPartitionsLost(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        readElsewhere(partitions);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        // Kafka's consumer goes on at the committed offsets by itself.
    }

    private void subscribe(Runnable how) {
        how.run();
        subscribe = Optional.of(how);
        released = false;
        var gone = new HashSet<TopicPartition>(consumer.assignment());
        gone.removeIf(partition -> consumer.subscription().contains(partition.topic()));
        readElsewhere(gone);
    }

    private void leave() {
        consumer.unsubscribe();
        progress.forget(List.copyOf(progress.partitions()));
        inbox.clear();
    }

    private void readElsewhere(Collection<TopicPartition> partitions) {
        inbox.drop(partitions);
        progress.forget(partitions);
    }

    /** Of each partition, the first offset that no client has acknowledged. */
    private Map<TopicPartition, Long> firstUnread() {
        var first = new HashMap<TopicPartition, Long>();
        for (var partition : consumer.assignment()) {
            var known = progress.firstUnacknowledged(partition);
            if (known.isEmpty()) {
                known = inbox.first(partition);
            }
            first.put(partition, known.isPresent() ? known.getAsLong() : consumer.position(partition, PATIENCE));
        }
        return first;
    }

    /** Does what helps but must not stop anything, a wake-up included, which is tried once more. */
    private static void quietly(Runnable action) {
        for (int attempt = 1; attempt <= 2; attempt++) {
            try {
                action.run();
                return;
            } catch (WakeupException e) {
                // Somebody had something to tell the loop; the wake-up is used up now.
            } catch (KafkaException e) {
                LOG.atWarn().addKeyValue("problem", e.toString()).log("offsets could not be committed in time");
                return;
            }
        }
    }
}
