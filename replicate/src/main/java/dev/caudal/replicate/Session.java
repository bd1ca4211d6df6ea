package dev.caudal.replicate;

import dev.caudal.core.Count;
import dev.caudal.core.Message;
import dev.caudal.mysql.Batch;
import dev.caudal.mysql.DataError;
import dev.caudal.mysql.MySqlSource;
import dev.caudal.mysql.Preflight;
import dev.caudal.mysql.SourceEvent;
import dev.caudal.mysql.SourceEvents;
import dev.caudal.mysql.SourceException;
import dev.caudal.mysql.TaskState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * One attempt at delivering: a transactional producer, the state that was read after it had fenced all others, and a
 * source that reads from there. Whatever goes wrong, the session is closed and a new one is opened. Used by the task's
 * thread only.
 */
@SuppressWarnings("FutureReturnValueIgnored") // commitTransaction throws what any send of the transaction met
final class Session implements AutoCloseable {

    private static final Duration READ_BACK = Duration.ofSeconds(5);
    private static final int BULK_ROWS = 1000;
    private static final Duration BULK_WAIT = Duration.ofMillis(20);
    private static final long QUEUE_BYTES = 16L << 20;
    private static final int LARGE = 512 << 10;

    private final ReplicationConfig config;
    private final Positions positions;
    private final OffsetRecords offsets;
    private final Routes routes;
    private final Status status;
    private final Counters counters;
    private final Reports reports;
    private final Exceptions exceptions;
    private final KafkaProducer<byte[], byte[]> producer;
    private final String token = UUID.randomUUID().toString();
    private final TaskState state;
    private final MySqlSource source;
    private volatile @Nullable RecordTooLarge tooLarge;
    private long lastCommit = System.nanoTime();
    private long logMillis;
    private Optional<Batch> held = Optional.empty();

    /** What a session works with; the same for all sessions of a task. */
    record Parts(
            ReplicationConfig config,
            TargetClients clients,
            Positions positions,
            OffsetRecords offsets,
            Routes routes,
            Status status,
            Reports reports,
            Exceptions exceptions) {}

    /** Opens a session: fences every other instance of the task, then reads where it stopped. */
    Session(Parts parts) throws InterruptedException {
        config = parts.config();
        positions = parts.positions();
        offsets = parts.offsets();
        routes = parts.routes();
        status = parts.status();
        counters = status.counters();
        reports = parts.reports();
        exceptions = parts.exceptions();
        positions.read();
        String before = positions.token();
        producer = parts.clients().transactional();
        try {
            producer.initTransactions();
            writeToken();
            requireReadBack(before);
            state = positions.read();
            counters.begin(state);
            if (!state.isStarted()) {
                requireReady(reports);
            }
            source = MySqlSource.start(
                    config.source().into(table -> there -> routes.refusal(table, there)), state, QUEUE_BYTES, reports);
            status.opened(source.reading());
        } catch (RuntimeException | InterruptedException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    private void writeToken() {
        producer.beginTransaction();
        producer.send(offsets.record(Positions.SESSION, positions.session(token)));
        commit();
    }

    private void requireReadBack(String before) throws InterruptedException {
        long deadline = System.nanoTime() + READ_BACK.toNanos();
        while (!positions.token().equals(token)) {
            boolean late = System.nanoTime() > deadline;
            if (late && !positions.token().equals(before)) {
                throw new RetriableException("Another instance of this task has started.");
            }
            if (late) {
                throw new ConnectException(
                        "Connect does not read the positions where this task writes them: " + config.offsetsTopic()
                                + " at " + Setting.TARGET_SERVERS
                                + ". Where the target is another cluster than the worker's, give the connector"
                                + " producer.override.*, consumer.override.* and admin.override.* with the target's bootstrap.servers and security.");
            }
            Thread.sleep(50);
        }
    }

    /** A task that has never run says all at once what its source lacks. */
    private void requireReady(SourceEvents events) {
        List<String> errors = new ArrayList<>();
        for (Preflight.Finding finding : Preflight.check(config.source())) {
            String text = finding.what() + " Remedy: " + finding.remedy();
            if (finding.severity() == Preflight.Severity.ERROR) {
                errors.add(text);
            } else {
                events.event(SourceEvent.PREFLIGHT_WARNING, text);
            }
        }
        if (!errors.isEmpty()) {
            throw new ConnectException("The source is not ready (" + Count.of(errors.size(), "finding") + "). "
                    + String.join(" ", errors));
        }
    }

    /** Whether a newer instance of the task has opened a session. */
    boolean isSuperseded() {
        return !positions.token().equals(token);
    }

    /**
     * Delivers what the source has, in one Kafka transaction, waiting at most {@code wait} for the first row.
     *
     * @return whether something was committed
     */
    boolean deliver(Duration wait) throws InterruptedException {
        pace();
        Optional<Batch> next = next(wait);
        if (next.isEmpty()) {
            return false;
        }
        try {
            transact(next.get());
        } catch (KafkaException e) {
            RecordTooLarge cause = tooLarge;
            throw cause != null ? cause : e;
        }
        counters.delivered(state, logMillis);
        exceptions.delivered();
        return true;
    }

    private void transact(Batch first) throws InterruptedException {
        Optional<Batch> next = Optional.of(first);
        long deadline = System.nanoTime() + config.commitInterval().toNanos();
        int rows = 0;
        long bytes = 0;
        logMillis = 0;
        producer.beginTransaction();
        do {
            Batch batch = next.get();
            send(batch);
            rows += rows(batch);
            bytes += batch.bytes();
            boolean bulk = batch.messages().size() >= BULK_ROWS;
            next = System.nanoTime() < deadline ? more(bulk ? BULK_WAIT : Duration.ZERO) : Optional.empty();
        } while (next.isPresent() && fits(next.get(), rows, bytes));
        held = next;
        state.takeChanged()
                .forEach((partition, offset) -> producer.send(offsets.record(partition, positions.stamped(offset))));
        commit();
        int sent = rows;
        reports.log(
                Component.TARGET_APPLY,
                Level.DEBUG,
                "committed",
                () -> "Committed " + sent + " rows up to " + state.place() + ".");
    }

    private Optional<Batch> next(Duration wait) throws InterruptedException {
        Optional<Batch> next = held.isPresent() ? held : source.poll(wait);
        held = Optional.empty();
        return next;
    }

    /** As {@link #next}; a failure of the source waits until what was read before it is committed. */
    private Optional<Batch> more(Duration wait) throws InterruptedException {
        try {
            return next(wait);
        } catch (SourceException e) {
            return Optional.empty();
        }
    }

    private static int rows(Batch batch) {
        return batch.messages().size() + batch.errors().size();
    }

    private boolean fits(Batch batch, int rows, long bytes) {
        return rows + rows(batch) <= config.commitRows() && bytes + batch.bytes() <= config.commitBytes();
    }

    private void pace() throws InterruptedException {
        long left = lastCommit + config.commitPace().toNanos() - System.nanoTime();
        if (left > 0) {
            Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
        }
    }

    private void send(Batch batch) throws InterruptedException {
        for (Message message : batch.messages()) {
            ProducerRecord<byte[], byte[]> record = routes.record(message);
            producer.send(record, message.value().length < LARGE ? null : noteRefusal(message, record.topic()));
            counters.sent(message);
        }
        for (DataError error : batch.errors()) {
            producer.send(exceptions.record(error));
            counters.failed(error.table());
        }
        logMillis = Math.max(logMillis, batch.logMillis());
        state.apply(batch);
    }

    private void commit() {
        producer.commitTransaction();
        lastCommit = System.nanoTime();
    }

    private Callback noteRefusal(Message message, String topic) {
        return (metadata, e) -> {
            if (e instanceof RecordTooLargeException && tooLarge == null) {
                tooLarge = new RecordTooLarge(message, topic, e);
            }
        };
    }

    /** Ends the session; an open transaction is left to be aborted by the next one. */
    @Override
    public void close() {
        status.closed();
        exceptions.undone();
        source.close();
        producer.close(Duration.ZERO);
    }
}
