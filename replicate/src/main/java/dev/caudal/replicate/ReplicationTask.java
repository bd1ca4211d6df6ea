package dev.caudal.replicate;

import dev.caudal.mysql.SourceException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
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
    private static final int ATTEMPTS = 5;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private Session.@Nullable Parts parts;
    private @Nullable Reports reports;
    private @Nullable TaskMetrics metrics;
    private @Nullable Session session;
    private int failures;
    private int sourceFailures;
    private long retryAt = System.nanoTime();

    /** For the worker. */
    public ReplicationTask() {}

    @Override
    public String version() {
        return Version.TEXT;
    }

    /** Checks the target and makes its topics; refuses by name what would break delivery. */
    @Override
    public void start(Map<String, String> properties) {
        ReplicationConfig config = new ReplicationConfig(properties);
        TargetClients clients = new TargetClients(config);
        Counters counters = new Counters(config.source().tables());
        try (Admin admin = clients.admin()) {
            TargetTopics topics = new TargetTopics(config, admin);
            topics.requireFencedByConnect();
            Map<String, Integer> partitions = topics.ensure();
            TopicDescription offsets = topics.described(config.offsetsTopic());
            Reports told = new Reports(config, counters, clients);
            reports = told;
            metrics = new TaskMetrics(config.name(), counters, context);
            parts = new Session.Parts(
                    config,
                    clients,
                    new Positions(config, context.offsetStorageReader(), offsets.topicId()),
                    new OffsetRecords(
                            config.offsetsTopic(), offsets.partitions().size(), config.name()),
                    new Routes(config, partitions),
                    counters,
                    told);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectException("The task was interrupted while it started.", e);
        }
    }

    /** Delivers for at most half a second; returns nothing. */
    @Override
    public @Nullable List<SourceRecord> poll() throws InterruptedException {
        long pause = retryAt - System.nanoTime();
        if (pause > 0) {
            Thread.sleep(Math.min(pause / 1_000_000 + 1, POLL.toMillis()));
            return null;
        }
        try {
            if (session == null) {
                session = new Session(parts());
            }
            if (session.deliver(POLL)) {
                failures = 0;
                sourceFailures = 0;
            }
            reports().statistics();
        } catch (SourceException e) {
            sourceFailed(e);
        } catch (RetriableException e) {
            targetFailed(e);
        } catch (ConnectException e) {
            throw failed(e);
        } catch (IllegalArgumentException e) {
            throw failed(new ConnectException("The task's positions cannot be read: " + e.getMessage(), e));
        } catch (KafkaException e) {
            targetFailed(e);
        }
        return null;
    }

    /** A source that may come back is tried for ever, for as long as it takes. */
    private void sourceFailed(SourceException e) {
        closeSession();
        if (!e.retryable()) {
            throw failed(new ConnectException(e.getMessage(), e));
        }
        retry(++sourceFailures, "source-lost", String.valueOf(e.getMessage()));
    }

    private void targetFailed(KafkaException e) {
        boolean superseded = isSuperseded();
        closeSession();
        if (++failures >= ATTEMPTS) {
            throw failed(new ConnectException(
                    "Gave up after " + ATTEMPTS + " failures of the target without a commit between them; the last: "
                            + e.getMessage(),
                    e));
        }
        String why = superseded ? "Another instance of this task has taken over: " : "Delivery failed: ";
        retry(superseded ? failures + 3 : failures, "target-failed", why + e.getMessage());
    }

    private boolean isSuperseded() {
        try {
            return session != null && session.isSuperseded();
        } catch (KafkaException e) {
            return false;
        }
    }

    private void retry(int attempt, String event, String text) {
        Duration pause = Duration.ofMillis(200L << Math.min(attempt, 8));
        Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        retryAt = System.nanoTime() + bounded.toNanos();
        reports().event(event, text + " Trying again in " + bounded.toMillis() + " ms.");
    }

    private ConnectException failed(ConnectException e) {
        closeSession();
        reports().event("failed", String.valueOf(e.getMessage()));
        return e;
    }

    private Session.Parts parts() {
        return started(parts);
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
            parts().counters().undone();
        }
    }

    @Override
    public void stop() {
        closeSession();
        if (metrics != null) {
            metrics.close();
        }
        if (reports != null) {
            reports.close();
        }
    }
}
