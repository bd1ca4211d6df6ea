package dev.caudal.replicate;

import dev.caudal.mysql.SourceCredentials;
import dev.caudal.mysql.SourceException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.jspecify.annotations.Nullable;

/**
 * A replication task inside a Connect worker. Connect places, starts and stops it and keeps its positions; rows do not
 * pass through the worker, so {@link #poll} always returns nothing. All methods are called on the worker's task thread.
 */
public final class ReplicationTask extends SourceTask {

    private static final Duration POLL = Duration.ofMillis(400);

    private final Retries retries = new Retries();
    private @Nullable ReplicationConfig config;
    private @Nullable Status status;
    private @Nullable Reports reports;
    private @Nullable TaskMetrics metrics;
    private @Nullable SourceCredentials credentials;
    private Session.@Nullable Parts parts;
    private @Nullable Session session;

    /** For the worker. */
    public ReplicationTask() {}

    @Override
    public String version() {
        return Version.TEXT;
    }

    /** Reads the settings. Servers are asked by {@link #poll} only, which may try again where they are away. */
    @Override
    public void start(Map<String, String> properties) {
        ReplicationConfig read = new ReplicationConfig(properties);
        Counters counted = new Counters(read.source().tables());
        Status told = new Status(read.source(), counted);
        config = read;
        status = told;
        Reports begun = new Reports(read, told, new TargetClients(read));
        reports = begun;
        begun.event(TaskEvent.STARTED, "A worker has started the task.", "");
        metrics = new TaskMetrics(read.name(), counted, context);
        credentials = SourceCredentials.hold();
    }

    /** Delivers for at most half a second; returns nothing. */
    @Override
    public @Nullable List<SourceRecord> poll() throws InterruptedException {
        if (retries.pauses(POLL)) {
            return null;
        }
        try {
            if (session().deliver(POLL)) {
                retries.delivered();
            }
        } catch (SourceException e) {
            if (e.getCause() instanceof KafkaException asked) {
                kafkaFailed(asked); // where a row may go is asked by the threads that read
            } else {
                sourceFailed(e);
            }
        } catch (IllegalArgumentException e) {
            throw failed(new ConnectException("The task's positions cannot be read: " + e.getMessage(), e));
        } catch (KafkaException e) {
            kafkaFailed(e);
        }
        return null;
    }

    private Session session() throws InterruptedException {
        if (parts == null) {
            parts = prepare(started(config), started(status));
        }
        if (session == null) {
            session = new Session(parts);
        }
        return session;
    }

    /** Checks the target and makes its topics; refuses by name what would break delivery. */
    private Session.Parts prepare(ReplicationConfig config, Status status) throws InterruptedException {
        TargetClients clients = new TargetClients(config);
        try (Admin admin = clients.admin()) {
            TargetTopics topics = new TargetTopics(config, admin);
            topics.requireFencedByConnect();
            Map<String, Integer> partitions = topics.ensure();
            TopicDescription offsets = topics.described(config.offsetsTopic());
            return new Session.Parts(
                    config,
                    clients,
                    new Positions(config, context.offsetStorageReader(), offsets.topicId()),
                    new OffsetRecords(
                            config.offsetsTopic(), offsets.partitions().size(), config.name()),
                    new Routes(config, partitions, topic -> ensured(topic, config, clients)),
                    status,
                    reports(),
                    new Exceptions(config, clients, reports()));
        }
    }

    /** A topic that an expression gave: made where it is missing; returns how many partitions it has. */
    private static int ensured(String topic, ReplicationConfig config, TargetClients clients) {
        try (Admin admin = clients.admin()) {
            return new TargetTopics(config, admin).ensure(topic, config.topicPartitions());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** A source that may come back is tried for ever, for as long as it takes. */
    private void sourceFailed(SourceException e) {
        closeSession();
        if (!e.retryable()) {
            throw failed(new ConnectException(e.getMessage(), e));
        }
        retry(TaskEvent.SOURCE_LOST, String.valueOf(e.getMessage()), e, retries.outage());
    }

    private void kafkaFailed(KafkaException e) {
        if (e instanceof ConnectException refused && !(e instanceof RetriableException)) {
            throw failed(refused);
        }
        targetFailed(e);
    }

    private void targetFailed(KafkaException e) {
        boolean superseded = isSuperseded();
        String why = TargetRefusal.of(e).map(TargetRefusal::text).orElseGet(() -> String.valueOf(e.getMessage()));
        closeSession();
        if (superseded) {
            retry(
                    TaskEvent.TARGET_FAILED,
                    "Another instance of this task has taken over: " + e.getMessage(),
                    e,
                    retries.takenOver());
        } else if (Retries.isOutage(e)) {
            retry(TaskEvent.TARGET_LOST, "The target does not answer: " + e.getMessage(), e, retries.outage());
        } else if (retries.areUsedUp()) {
            throw failed(new ConnectException(
                    "Gave up after " + Retries.FAILURES
                            + " failures of the target without a commit between them; the last: " + why,
                    e));
        } else {
            retry(TaskEvent.TARGET_FAILED, "Delivery failed: " + why, e, retries.failure());
        }
    }

    private boolean isSuperseded() {
        try {
            return session != null && session.isSuperseded();
        } catch (KafkaException e) {
            return false;
        }
    }

    private void retry(TaskEvent event, String message, Throwable e, Duration pause) {
        String text = FailureText.sentence(message);
        started(status).recovering(text, retries.attempts(), pause);
        reports().event(event, text + " Trying again in " + pause.toMillis() + " ms.", FailureText.cause(e, text));
    }

    private ConnectException failed(ConnectException e) {
        closeSession();
        String text = String.valueOf(e.getMessage());
        started(status).failed(text);
        reports().event(TaskEvent.FAILED, text, FailureText.cause(e, text));
        return e;
    }

    private Reports reports() {
        return started(reports);
    }

    private static <T> T started(@Nullable T part) {
        if (part == null) {
            throw new ConnectException("The task was not started.");
        }
        return part;
    }

    private void closeSession() {
        if (session != null) {
            session.close();
            session = null;
            started(status).counters().undone();
        }
    }

    @Override
    public void stop() {
        closeSession();
        if (credentials != null) {
            credentials.close();
        }
        if (metrics != null) {
            metrics.close();
        }
        if (status != null) {
            status.stopped();
        }
        if (reports != null) {
            reports.event(TaskEvent.STOPPED, "The worker has stopped the task.", "");
            reports.close();
        }
    }
}
