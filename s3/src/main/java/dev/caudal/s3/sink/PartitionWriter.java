package dev.caudal.s3.sink;

import dev.caudal.s3.sink.Rotation.Cause;
import dev.caudal.s3.store.StoreException;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one Kafka partition. When the store fails for a while, what was written stays, the worker gives the same records
 * again, and those that were taken are passed over. The task's thread uses it.
 */
final class PartitionWriter {

    private static final Logger LOG = LoggerFactory.getLogger(PartitionWriter.class);

    private final TopicPartition partition;
    private final TaskParts parts;
    private final Journal journal;
    private final Rotation rotation;
    private final SchemaRule schema;
    private State state = State.UNKNOWN;
    private boolean redelivered;
    private long position = -1;
    /** Asked for once a call and after a completion, since it costs as much as all else that a record asks of the rotation. */
    private long now;

    private @Nullable Batch batch;
    private Optional<Cause> completing = Optional.empty();
    private OptionalLong committed = OptionalLong.empty();

    private enum State {
        /** The bucket has not said where it ends. */
        UNKNOWN,
        /** Records of the old place may still come. */
        SEEKING,
        READY
    }

    PartitionWriter(TopicPartition partition, TaskParts parts, Journal journal) {
        this.partition = partition;
        this.parts = parts;
        this.journal = journal;
        this.rotation = new Rotation(parts.rules());
        this.schema = new SchemaRule(parts.compatibility());
    }

    /**
     * A call of the task begins.
     *
     * @param again whether the worker gives the records of the last call again
     * @param time by the clock
     */
    void begin(boolean again, long time) {
        redelivered = again;
        now = time;
        if (state == State.SEEKING && !again) {
            state = State.READY;
        }
    }

    /**
     * Takes a record, or passes over it. Whatever it throws, it may be called again with the same one.
     *
     * @return whether it was taken
     */
    boolean accept(SinkRecord record) {
        long offset = record.kafkaOffset();
        if (state == State.UNKNOWN) {
            resume(offset);
        }
        if (state != State.READY || passedOver(offset) || !settled()) {
            return false;
        }
        Lines lines;
        try {
            lines = parts.maker().lines(record);
        } catch (DataException e) {
            parts.refusals().refuse(record, e);
            position = offset + 1;
            return true;
        }
        return write(record, lines);
    }

    private boolean passedOver(long offset) {
        if (position < 0 || offset >= position) {
            return false;
        }
        if (!redelivered && parts.archive()) {
            throw new ConnectException(
                    ("Partition %d of topic %s begins again at offset %d, and the bucket has it up to %d: the topic was made"
                                    + " anew. Raise caudal.generation by one, so that its backup lies beside the old one.")
                            .formatted(partition.partition(), partition.topic(), offset, position - 1));
        }
        return redelivered;
    }

    private boolean write(SinkRecord record, Lines lines) {
        if (lines.placed()) {
            boolean another = !lines.tombstone() && schema.another(record);
            Optional<Cause> cause = rotation.before(lines.folder(), lines.timestamp(), lines.tombstone(), another, now);
            if (cause.isPresent() && !complete(cause.get())) {
                return false;
            }
        }
        batch(record.kafkaOffset()).write(record, lines);
        position = record.kafkaOffset() + 1;
        if (lines.placed()) {
            schema.wrote(record);
            rotation.wrote(lines.folder(), lines.timestamp(), lines.tombstone(), now);
        } else {
            if (parts.reportNulls()) {
                parts.refusals().report(record);
            }
            rotation.kept(now);
        }
        batch(record.kafkaOffset()).drain(lines.folder());
        settled();
        return true;
    }

    private Batch batch(long offset) {
        Batch now = batch;
        if (now == null) {
            now = new Batch(partition, parts.shop(), journal.sidecar(offset));
            batch = now;
        }
        return now;
    }

    /** A call of the task ends: time may have come, and what failed before is tried again. */
    void end() {
        if (state == State.UNKNOWN) {
            resume(-1);
        }
        if (state == State.READY && settled()) {
            rotation.quiet(parts.clock().millis()).ifPresent(this::complete);
        }
    }

    /** Asks the bucket where it ends, and the worker to go there. */
    private void resume(long offset) {
        OptionalLong next = journal.resume();
        position = next.orElse(-1);
        state = State.READY;
        if (next.isPresent() && next.getAsLong() != offset) {
            LOG.info("{} goes on at offset {}, where the bucket ends.", partition, next.getAsLong());
            parts.seek().to(partition, next.getAsLong());
            state = State.SEEKING;
        }
    }

    /** Does what is due by the count, or was begun and failed. */
    private boolean settled() {
        Optional<Cause> due = completing.isPresent() ? completing : rotation.after();
        return due.isEmpty() || complete(due.get());
    }

    /**
     * Completes what is open.
     *
     * @return whether it is in the bucket; else another writer was first and the records will come again
     */
    boolean complete(Cause cause) {
        Batch done = batch;
        if (done == null) {
            return true;
        }
        completing = Optional.of(cause);
        try {
            journal.commit(done, position);
        } catch (StoreException e) {
            if (e.kind() != StoreException.Kind.PRECONDITION) {
                throw e;
            }
            LOG.warn(
                    "{} is written by another task, too: {} Its records since {} are given up here.",
                    partition,
                    e.getMessage(),
                    done.first());
            giveUp();
            state = State.UNKNOWN;
            return false;
        }
        LOG.info(
                "{}: offsets {} to {} are in the bucket, in {} objects ({}).",
                partition,
                done.first(),
                done.last(),
                done.objects().size(),
                cause);
        now = parts.clock().millis();
        committed = OptionalLong.of(position);
        parts.tagger().tag(done);
        forget();
        return true;
    }

    /** The offset that the group may be told, once. */
    OptionalLong committed() {
        OptionalLong now = committed;
        committed = OptionalLong.empty();
        return now;
    }

    Optional<Batch> open() {
        return Optional.ofNullable(batch);
    }

    long untilQuiet(long now) {
        return rotation.untilQuiet(now);
    }

    /** Gives up what is open: it will be read again. */
    void giveUp() {
        Optional.ofNullable(batch).ifPresent(Batch::abort);
        forget();
    }

    private void forget() {
        batch = null;
        completing = Optional.empty();
        rotation.reset();
        schema.reset();
    }

    /** What the writers of a task share. */
    record TaskParts(
            Seek seek,
            Batch.Workshop shop,
            LineMaker maker,
            RotationRules rules,
            String compatibility,
            boolean archive,
            boolean reportNulls,
            Refusals refusals,
            Tagger tagger,
            Clock clock) {}

    /** The part of the worker that a writer needs. */
    @FunctionalInterface
    interface Seek {
        void to(TopicPartition partition, long offset);
    }
}
