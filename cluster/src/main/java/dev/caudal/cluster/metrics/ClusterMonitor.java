package dev.caudal.cluster.metrics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches a cluster: asks its brokers every few seconds for what they measure, keeps the last answers, raises alarms.
 *
 * <p>Two threads of its own do it, any may ask: lags have one, since brokers may be slow to tell them.
 */
public final class ClusterMonitor implements AutoCloseable {
    /** MSK's port of a broker for Prometheus. */
    public static final int PROMETHEUS_PORT = OpenMonitoring.PORT;

    /** A broker's port for its monitor. */
    public static final int BROKER_PORT = MeteredBrokerMain.PORT;

    private static final Logger LOG = LoggerFactory.getLogger(ClusterMonitor.class);
    private static final long PERIOD_MILLIS = 3_000;
    private static final long LAG_PERIOD_MILLIS = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Subject subject;
    private final Clock clock;
    private final BrokerProbe probe = new BrokerProbe();
    private final Lags lags;
    private final OpenMonitoring open;
    private final Alarms alarms;
    private final Map<Integer, Instant> silentSince = new ConcurrentHashMap<>();
    private final ScheduledExecutorService threads;
    private volatile View view;

    /**
     * A monitor that does not watch yet.
     *
     * @param subject what it watches
     * @param clock what its times are taken from
     */
    public ClusterMonitor(Subject subject, Clock clock) {
        this.subject = subject;
        this.clock = clock;
        this.lags = new Lags(subject);
        this.open = new OpenMonitoring(probe, lags::last);
        this.alarms = new Alarms(subject.name());
        this.view = new View(clock.instant(), Map.of(), List.of());
        this.threads = Executors.newScheduledThreadPool(2, work -> new Thread(work, "monitor-" + subject.name()));
    }

    /** Begins to watch. */
    public void start() {
        var unusedLooks = threads.scheduleWithFixedDelay(this::look, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        var unusedLagLooks = threads.scheduleWithFixedDelay(
                this::lookAtLags, LAG_PERIOD_MILLIS, LAG_PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Whether a broker runs and has not answered for 10 s.
     *
     * @param broker its number
     * @return how long it has not; empty when it answers, does not run, or was not missed for so long
     */
    public Optional<Duration> silence(int broker) {
        return Optional.ofNullable(silentSince.get(broker))
                .map(since -> Duration.between(since, clock.instant()))
                .filter(time -> time.compareTo(PATIENCE) >= 0);
    }

    /**
     * What is known now.
     *
     * @param level how much of it
     * @return the time, metrics, alarms, and events, the newest at the end
     */
    public ObjectNode json(MetricLevel level) {
        return MonitorJson.of(view, level, alarms);
    }

    /** Ends watching. */
    @Override
    public void close() {
        threads.shutdownNow();
        boolean interrupted = false;
        try {
            if (!threads.awaitTermination(30, TimeUnit.SECONDS)) {
                LOG.atError().addKeyValue("cluster", subject.name()).log("its monitor did not end in time");
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        open.close();
        lags.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            var brokers = subject.brokers();
            Map<Integer, CompletableFuture<Optional<Sample>>> asked = new HashMap<>();
            brokers.stream()
                    .filter(Subject.Watched::running)
                    .forEach(broker -> asked.put(broker.number(), probe.sample(broker.address())));
            Map<Integer, Optional<Sample>> samples = new HashMap<>();
            for (var broker : brokers) {
                var answer = asked.get(broker.number());
                samples.put(broker.number(), answer == null ? Optional.empty() : answer.join());
            }
            var now = clock.instant();
            note(brokers, samples, now);
            view = new View(now, samples, lags.last());
            alarms.look(Alarm.of(view, silent(brokers)), now);
            open.serve(subject.isOpen() ? brokers : List.of());
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("cluster", subject.name()).setCause(e).log("watching goes on after an error");
        }
    }

    private void lookAtLags() {
        if (view.samples().values().stream().anyMatch(sample -> View.session(sample) == SessionState.CONNECTED)) {
            lags.look(clock.instant());
        }
    }

    private void note(List<Subject.Watched> brokers, Map<Integer, Optional<Sample>> samples, Instant now) {
        for (var broker : brokers) {
            boolean silent = broker.running()
                    && samples.getOrDefault(broker.number(), Optional.empty()).isEmpty();
            if (silent) {
                silentSince.putIfAbsent(broker.number(), now);
            } else {
                silentSince.remove(broker.number());
            }
        }
    }

    private Map<Integer, Duration> silent(List<Subject.Watched> brokers) {
        Map<Integer, Duration> all = new HashMap<>();
        brokers.forEach(broker -> silence(broker.number()).ifPresent(time -> all.put(broker.number(), time)));
        return all;
    }
}
