package dev.caudal.s3.sink;

import dev.caudal.s3.archive.ArchiveNames;
import dev.caudal.s3.store.ChunkPool;
import dev.caudal.s3.store.ObjectStore;
import dev.caudal.s3.store.StoreException;
import java.time.Clock;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the writers of a task, once the bucket has said what it can do. */
final class WriterFactory {

    private static final Logger LOG = LoggerFactory.getLogger(WriterFactory.class);

    private final SinkConfig config;
    private final ObjectStore store;
    private final ChunkPool pool;
    private final Clock clock;
    private final PartitionWriter.TaskParts parts;

    private WriterFactory(
            SinkConfig config, ObjectStore store, ChunkPool pool, Clock clock, PartitionWriter.TaskParts parts) {
        this.config = config;
        this.store = store;
        this.pool = pool;
        this.clock = clock;
        this.parts = parts;
    }

    /** Looks at the bucket, which may fail and be tried again. */
    static WriterFactory make(
            SinkConfig config, ObjectStore store, ChunkPool pool, SinkTaskContext context, Clock clock) {
        boolean archive = config.archive() && keepsConditions(store);
        if (!archive) {
            requireBucket(store);
        }
        LineMaker maker = new LineMaker(config, archive, clock);
        Batch.Workshop shop =
                new Batch.Workshop(store, config.names(), maker, config.compression(), config.partSize(), pool);
        Tagger tagger = new Tagger(
                store,
                config.on(Setting.TAGGING),
                config.getString(Setting.ON_TAGGING_ERROR).strip().equalsIgnoreCase("fail"),
                config.tags());
        return new WriterFactory(
                config,
                store,
                pool,
                clock,
                new PartitionWriter.TaskParts(
                        context::offset,
                        shop,
                        maker,
                        config.rotation(archive),
                        config.getString(Setting.COMPATIBILITY),
                        archive,
                        config.on(Setting.REPORT_NULL),
                        new Refusals(Optional.ofNullable(context.errantRecordReporter())),
                        tagger,
                        clock));
    }

    private static boolean keepsConditions(ObjectStore store) {
        store.requireBucket();
        boolean keeps = store.honoursPreconditions(ArchiveNames.ROOT + "conditions");
        if (!keeps) {
            LOG.warn(
                    "The store of bucket {} ignores conditional writes, so there is no archive: the sink works as with"
                            + " caudal.backup=off. Two tasks that believe to own a partition may overwrite each other.",
                    store.bucket());
        }
        return keeps;
    }

    /** An identity that may only write can do without a listing. */
    private static void requireBucket(ObjectStore store) {
        try {
            store.requireBucket();
        } catch (StoreException e) {
            if (e.kind() != StoreException.Kind.REFUSED) {
                throw e;
            }
        }
    }

    PartitionWriter writer(TopicPartition partition) {
        return new PartitionWriter(partition, parts, parts.archive() ? archive(partition) : new PlainJournal());
    }

    private Journal archive(TopicPartition partition) {
        return new ArchiveJournal(
                store,
                new ArchiveNames(config.cluster()),
                partition,
                config.getInt(Setting.GENERATION),
                new ArchiveJournal.Place(config.partSize(), pool),
                clock);
    }
}
