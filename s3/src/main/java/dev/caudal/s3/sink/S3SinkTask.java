package dev.caudal.s3.sink;

import dev.caudal.s3.store.ChunkPool;
import dev.caudal.s3.store.ObjectStore;
import dev.caudal.s3.store.StoreException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes partitions of topics into the bucket. The worker's thread of the task calls all of it.
 *
 * <p>The bucket is only touched in {@link #put}: there the worker keeps the task in its group and comes again when the
 * store fails for a while, however long.
 */
public final class S3SinkTask extends SinkTask {

    private static final Logger LOG = LoggerFactory.getLogger(S3SinkTask.class);

    private final Clock clock;
    private final Set<TopicPartition> assigned = new LinkedHashSet<>();
    private @Nullable SinkConfig config;
    private @Nullable ObjectStore store;
    private @Nullable ChunkPool pool;
    private @Nullable Writers writers;
    private @Nullable WriterFactory factory;
    private boolean again;

    /** For the worker. */
    public S3SinkTask() {
        this(Clock.systemUTC());
    }

    S3SinkTask(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String version() {
        return Version.TEXT;
    }

    @Override
    public void start(Map<String, String> settings) {
        SinkConfig parsed = new SinkConfig(settings);
        config = parsed;
        store = ObjectStore.open(parsed);
        pool = new ChunkPool(parsed.getLong(Setting.BUFFER));
        writers = new Writers(pool);
    }

    @Override
    public void open(Collection<TopicPartition> partitions) {
        assigned.addAll(partitions);
    }

    @Override
    public void put(Collection<SinkRecord> records) {
        SinkConfig settings = started(config);
        boolean redelivered = again;
        again = false;
        try {
            write(records, redelivered, settings.getLong(Setting.MAX_WRITE));
        } catch (StoreException e) {
            if (!e.retryable()) {
                throw new ConnectException(e.getMessage(), e);
            }
            again = true;
            long pause = settings.getLong(Setting.RETRY_BACKOFF);
            LOG.warn("The bucket fails for now; the next attempt is in {} ms. {}", pause, e.getMessage());
            context.timeout(Math.max(1, pause));
            throw new RetriableException(e.getMessage(), e);
        }
    }

    private void write(Collection<SinkRecord> records, boolean redelivered, long longest) {
        Writers all = opened();
        long begin = clock.millis();
        all.all().forEach(writer -> writer.begin(redelivered, begin));
        for (SinkRecord record : records) {
            boolean taken = all.accept(record);
            if (taken && longest != Long.MAX_VALUE && clock.millis() - begin >= longest) {
                again = true;
                context.timeout(1);
                throw new RetriableException(
                        "max.write.duration.ms is over; what is left of these records is written next.");
            }
        }
        all.all().forEach(PartitionWriter::end);
        long wait = all.untilQuiet(clock.millis());
        if (wait != Long.MAX_VALUE) {
            context.timeout(Math.max(1, wait));
        }
    }

    private Writers opened() {
        Writers all = started(writers);
        WriterFactory maker = factory;
        if (maker == null) {
            maker = WriterFactory.make(started(config), started(store), started(pool), context, clock);
            factory = maker;
        }
        for (TopicPartition partition : assigned) {
            if (!all.has(partition)) {
                all.add(partition, maker.writer(partition));
            }
        }
        return all;
    }

    @Override
    public Map<TopicPartition, OffsetAndMetadata> preCommit(Map<TopicPartition, OffsetAndMetadata> current) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        started(writers).committed().forEach((partition, next) -> offsets.put(partition, new OffsetAndMetadata(next)));
        return offsets;
    }

    @Override
    public void close(Collection<TopicPartition> partitions) {
        assigned.removeAll(partitions);
        Writers all = writers;
        if (all != null) {
            partitions.forEach(all::remove);
        }
    }

    @Override
    public void stop() {
        ObjectStore open = store;
        if (open != null) {
            open.close();
        }
    }

    private static <T> T started(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("The task was not started.");
        }
        return part;
    }
}
