package dev.caudal.server.monitor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.server.definition.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all tasks of a platform tell: read from the topics of statistics, events and log lines, from a day ago to the end
 * and on. Everything is bounded; after a restart it is read again as far as the topics reach. Any thread may ask.
 */
public final class Monitor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Monitor.class);
    private static final Duration DAY = Duration.ofHours(24);

    private final Map<String, TaskMonitor> tasks = new ConcurrentSkipListMap<>();
    private final MonitorTopics topics;
    private final Clock clock = Clock.systemUTC();
    private final Optional<Webhook> webhook;
    private final Alerts alerts;
    private final TopicReader reader;
    private final AtomicLong lastNote = new AtomicLong(-1);
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "monitor-alerts");
        thread.setDaemon(true);
        return thread;
    });

    private Monitor(String bootstrapServers, MonitorTopics topics, AlertRules rules) {
        this.topics = topics;
        this.webhook = rules.webhook().map(Webhook::new);
        this.alerts = new Alerts(rules, this::told);
        this.reader =
                new TopicReader(bootstrapServers, topics.all(), clock.instant().minus(DAY), this::read);
    }

    /**
     * Starts to read on a thread of its own.
     *
     * @param bootstrapServers where the topics are
     * @param topics their names; those that do not exist are created
     * @param rules when somebody is told
     * @return the monitor, to be closed by the caller
     * @throws dev.caudal.server.definition.PlatformException when the topics cannot be created
     */
    public static Monitor start(String bootstrapServers, MonitorTopics topics, AlertRules rules) {
        topics.ensure(bootstrapServers);
        var monitor = new Monitor(bootstrapServers, topics, rules);
        monitor.reader.start();
        var unused = monitor.ticker.scheduleAtFixedRate(monitor::look, 1, 1, TimeUnit.SECONDS);
        return monitor;
    }

    private void read(ConsumerRecord<String, byte[]> record) {
        var name = record.key();
        if (name == null) {
            return;
        }
        var task = tasks.computeIfAbsent(name, TaskMonitor::new);
        if (record.topic().equals(topics.statistics())) {
            if (!task.isKnown(Instant.ofEpochMilli(record.timestamp()), clock.instant())) {
                task.statistics(parse(record.value()));
            }
        } else if (record.topic().equals(topics.events())) {
            task.note(TaskNote.of(record.offset(), name, parse(record.value())));
            lastNote.set(record.offset());
        } else {
            task.line(LogLine.of(record.offset(), name, parse(record.value())));
        }
    }

    private static JsonNode parse(byte[] value) {
        try {
            return Json.MAPPER.readTree(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void look() {
        try {
            var now = clock.instant();
            for (var task : tasks.values()) {
                task.report().ifPresent(report -> alerts.look(report, task.tables(), now));
            }
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("Alerts were not judged");
        }
    }

    private void told(Alert alert) {
        LOG.atWarn()
                .setMessage(alert.raised() ? "An alert: {}" : "An alert is over: {}")
                .addArgument(alert.text())
                .addKeyValue("task", alert.task())
                .log();
        webhook.ifPresent(hook -> hook.send(alert));
    }

    /**
     * Names of the tasks that told something within the time that is kept.
     *
     * @return in order
     */
    public List<String> names() {
        return List.copyOf(tasks.keySet());
    }

    /**
     * What a task last said.
     *
     * @param task its name
     * @return empty where it has said nothing within a day
     */
    public Optional<TaskReport> report(String task) {
        return of(task, TaskMonitor::report).orElse(Optional.empty());
    }

    /**
     * How a task is now.
     *
     * @param task its name
     * @return empty where it has said nothing within a day
     */
    public Optional<Health> health(String task) {
        return report(task).map(report -> Health.of(report, clock.instant()));
    }

    /**
     * The tables of a task.
     *
     * @param task its name
     * @return by name; none where nothing is known
     */
    public List<TableReport> tables(String task) {
        return of(task, TaskMonitor::tables).orElse(List.of());
    }

    /**
     * The topics that a task was heard to fill because expressions of its tables say so.
     *
     * @param task its name
     * @return of the last day at least
     */
    public Set<String> topics(String task) {
        return of(task, TaskMonitor::topics).orElse(Set.of());
    }

    /**
     * How a task was.
     *
     * @param task its name
     * @param window how far back
     * @return in the order of time, with gaps where it said nothing
     */
    public List<HistoryPoint> history(String task, HistoryWindow window) {
        return of(task, it -> it.history(window, clock.instant())).orElse(List.of());
    }

    /**
     * How fast a task is.
     *
     * @param task its name
     * @return rows and changes delivered per second, over the last ten seconds
     */
    public double throughput(String task) {
        return of(task, it -> it.throughput(clock.instant())).orElse(0.0);
    }

    /**
     * What happened to a task.
     *
     * @param task its name
     * @param after notes with a higher id only; -1 for all that are kept
     * @return the oldest first
     */
    public List<TaskNote> notes(String task, long after) {
        return of(task, it -> it.notes(after)).orElse(List.of());
    }

    /**
     * The id of the newest note of all tasks.
     *
     * @return -1 while there is none
     */
    public long lastNote() {
        return lastNote.get();
    }

    /**
     * Lines of a task's log.
     *
     * @param task its name
     * @param query which
     * @return the oldest first
     */
    public List<LogLine> log(String task, LogQuery query) {
        return of(task, it -> it.log(query)).orElse(List.of());
    }

    /**
     * The alerts that stand.
     *
     * @return of all tasks
     */
    public List<Alert> alerts() {
        return alerts.standing();
    }

    /**
     * Forgets a task that was deleted.
     *
     * @param task its name
     */
    public void forget(String task) {
        tasks.remove(task);
        alerts.forget(task);
    }

    private <T> Optional<T> of(String task, Function<TaskMonitor, T> question) {
        return Optional.ofNullable(tasks.get(task)).map(question);
    }

    /** Ends the reading and the alerts. */
    @Override
    public void close() {
        ticker.shutdownNow();
        reader.close();
        webhook.ifPresent(Webhook::close);
    }
}
