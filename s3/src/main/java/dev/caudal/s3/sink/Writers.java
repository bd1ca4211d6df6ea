package dev.caudal.s3.sink;

import dev.caudal.s3.store.ChunkPool;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The partitions that a task owns, and the memory that they share. The task's thread uses it. */
final class Writers {

    private static final Logger LOG = LoggerFactory.getLogger(Writers.class);

    private final Map<TopicPartition, PartitionWriter> all = new HashMap<>();
    private final ChunkPool pool;
    private @Nullable TopicPartition lastPartition;
    private @Nullable PartitionWriter lastWriter;

    Writers(ChunkPool pool) {
        this.pool = pool;
    }

    void add(TopicPartition partition, PartitionWriter writer) {
        all.put(partition, writer);
    }

    boolean has(TopicPartition partition) {
        return all.containsKey(partition);
    }

    void remove(TopicPartition partition) {
        lastWriter = null;
        Optional.ofNullable(all.remove(partition)).ifPresent(PartitionWriter::giveUp);
    }

    Collection<PartitionWriter> all() {
        return all.values();
    }

    /**
     * Gives a record to its partition, and then makes room if memory is short.
     *
     * @return whether it was taken
     */
    boolean accept(SinkRecord record) {
        boolean taken = of(record).accept(record);
        while (pool.exhausted() && relieved()) {
            LOG.debug("Memory for the bucket is short: {} bytes wait.", pool.used());
        }
        return taken;
    }

    /** Records come partition by partition, so the last one mostly is the next one. */
    private PartitionWriter of(SinkRecord record) {
        TopicPartition last = lastPartition;
        PartitionWriter writer = lastWriter;
        if (writer != null
                && last != null
                && last.partition() == record.kafkaPartition()
                && last.topic().equals(record.topic())) {
            return writer;
        }
        TopicPartition partition = new TopicPartition(record.topic(), record.kafkaPartition());
        writer = all.get(partition);
        if (writer == null) {
            throw new ConnectException(
                    "A record of %s came to a task that does not own it: a transformation changed its topic or partition, which"
                                    .formatted(partition)
                            + " would mix up offsets. Take that transformation out.");
        }
        lastPartition = partition;
        lastWriter = writer;
        return writer;
    }

    /** Sends the largest part, or completes the partition that holds most. */
    private boolean relieved() {
        Optional<DataFile> largest = all.values().stream()
                .flatMap(writer -> writer.open().stream())
                .flatMap(batch -> batch.files().stream())
                .max(Comparator.comparingLong(file -> file.upload().waiting()));
        if (largest.isPresent() && largest.get().upload().relieve()) {
            return true;
        }
        Optional<PartitionWriter> fullest = all.values().stream()
                .filter(writer -> writer.open().isPresent())
                .max(Comparator.comparingLong(
                        writer -> writer.open().map(Batch::waiting).orElse(0L)));
        fullest.ifPresent(writer -> {
            LOG.warn(
                    "caudal.buffer.memory is used up by {} bytes of open objects, so the largest are completed early.",
                    pool.used());
            writer.complete(Rotation.Cause.MEMORY);
        });
        return fullest.isPresent();
    }

    /** Milliseconds until time alone completes something. */
    long untilQuiet(long now) {
        return all.values().stream()
                .mapToLong(writer -> writer.untilQuiet(now))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** The offsets that the group may be told, each once. */
    Map<TopicPartition, Long> committed() {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        all.forEach((partition, writer) -> {
            OptionalLong offset = writer.committed();
            offset.ifPresent(next -> offsets.put(partition, next));
        });
        return offsets;
    }
}
