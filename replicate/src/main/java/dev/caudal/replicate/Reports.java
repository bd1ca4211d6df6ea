package dev.caudal.replicate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.mysql.SourceEvent;
import dev.caudal.mysql.SourceEvents;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Tells what happens to a task: to the log, and as JSON to the topics of events, statistics and log lines where they are
 * configured, with the task's name as the key. All is sent on a thread of its own; a report that cannot be sent is
 * dropped and never holds up a row.
 */
final class Reports implements SourceEvents, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);
    private static final Duration CLOSE = Duration.ofSeconds(1);
    private static final int WAITING = 1_000;
    private static final String WORKER = ManagementFactory.getRuntimeMXBean().getName();

    private final ReplicationConfig config;
    private final Status status;
    private final Statistics statistics;
    private final TaskLog log;
    private final KafkaProducer<byte[], byte[]> producer;
    private final byte[] key;
    private final ScheduledThreadPoolExecutor thread;
    private Phase.Kind seen = Phase.Kind.STARTING;

    Reports(ReplicationConfig config, Status status, TargetClients clients) {
        this.config = config;
        this.status = status;
        this.statistics = new Statistics(status);
        this.log = new TaskLog(config.name());
        this.producer = clients.plain();
        this.key = config.name().getBytes(StandardCharsets.UTF_8);
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, "caudal-reports-" + config.name());
            made.setDaemon(true);
            return made;
        });
        var unused = thread.scheduleAtFixedRate(this::everySecond, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void event(SourceEvent event, String text) {
        event(TaskEvent.of(event), text, "");
    }

    /** Something happened; {@code cause} is what a server or library said, or empty. */
    void event(TaskEvent event, String text, String cause) {
        ObjectNode report = report();
        report.put("event", ConfigNames.of(event));
        report.put("text", text);
        later(config.eventsTopic(), report);
        log(event.component(), event.level(), ConfigNames.of(event), text, cause, event.remedy());
    }

    /** A line of the task's log, made only where somebody wants it. */
    void log(Component component, Level level, String code, Supplier<String> text) {
        if (log.isEnabled(component, level)) {
            log(component, level, code, text.get(), "", "");
        }
    }

    private void log(Component component, Level level, String code, String text, String cause, String remedy) {
        if (!log.isEnabled(component, level)) {
            return;
        }
        log.write(component, level, text);
        ObjectNode line = report();
        line.put("component", component.name());
        line.put("level", level.name());
        line.put("code", code);
        line.put("text", text);
        if (!cause.isEmpty()) {
            line.put("cause", cause);
        }
        if (!remedy.isEmpty()) {
            line.put("remedy", remedy);
        }
        line.put("worker", WORKER);
        later(config.logTopic(), line);
    }

    private ObjectNode report() {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("task", config.name());
        report.put("time", Instant.now().toString());
        return report;
    }

    private void everySecond() {
        try {
            Phase phase = status.phase();
            if (seen == Phase.Kind.RECOVERING && phase.kind() != seen) {
                event(TaskEvent.RECOVERED, "The task goes on.", "");
            }
            seen = phase.kind();
            tellStatistics();
        } catch (RuntimeException e) {
            LOG.debug("Statistics of the task {} were not sent: {}", config.name(), e.toString());
        }
    }

    private void tellStatistics() {
        ObjectNode report = report();
        if (statistics.fill(report, Instant.now())) {
            send(config.statisticsTopic(), report);
            log(
                    Component.PERFORMANCE,
                    Level.DEBUG,
                    "statistics",
                    () -> "source latency " + report.get("sourceLatencyMillis") + " ms, target latency "
                            + report.get("targetLatencyMillis") + " ms, delivered " + report.get("totals"));
        }
    }

    private void later(String topic, ObjectNode report) {
        if (topic.isEmpty() || thread.getQueue().size() > WAITING) {
            return;
        }
        try {
            thread.execute(() -> send(topic, report));
        } catch (RejectedExecutionException e) {
            LOG.debug("A report after the end of the task {} is dropped", config.name());
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a report that cannot be sent is dropped
    private void send(String topic, ObjectNode report) {
        if (topic.isEmpty()) {
            return;
        }
        try {
            producer.send(new ProducerRecord<>(topic, key, report.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (KafkaException e) {
            LOG.debug("A report of the task {} was not sent: {}", config.name(), e.toString());
        }
    }

    /** Tells the last state, waiting at most two seconds for it to be sent. */
    @Override
    public void close() {
        thread.execute(this::tellStatistics);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(CLOSE);
    }
}
