package dev.caudal.bench;

import dev.caudal.server.connect.ConnectClient;
import java.time.Duration;
import org.apache.kafka.common.IsolationLevel;

/** Lets a connector do its job and watches what arrives. */
final class TransferRun {
    private static final long LOOK_MILLIS = 50;
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration STATUS = Duration.ofSeconds(2);

    private final Environment environment;
    private final Worker worker;
    private final Engine engine;
    private final Job job;
    private final TopicEnds topics;
    private final Usage.Processes processes;

    TransferRun(Environment environment, Worker worker, Engine engine, Job job) {
        this.environment = environment;
        this.worker = worker;
        this.engine = engine;
        this.job = job;
        this.topics = environment.kafka().topics(job.topics());
        this.processes = environment.processes(worker);
    }

    /** Runs the job to its end, then removes connector and topics. */
    Transfer measure(int round, boolean warm) throws InterruptedException {
        topics.create();
        long asked = System.nanoTime();
        start(worker.client());
        try {
            var first = awaitFirst();
            var used = awaitLast(first).since(first);
            return new Transfer(
                    job.part(),
                    engine.name(),
                    round,
                    warm,
                    job.rows(),
                    used,
                    (first.nanos() - asked) / 1e9,
                    ProcessTimes.peakMemory(worker.pid()));
        } finally {
            worker.client().delete(job.name());
            topics.delete();
        }
    }

    private void start(ConnectClient client) {
        var settings = engine.settings(job, environment.servers());
        var offsets = job.from().flatMap(mark -> engine.offsets(job, mark));
        if (offsets.isEmpty()) {
            client.put(job.name(), settings);
            return;
        }
        client.createStopped(job.name(), settings);
        client.patchOffsets(job.name(), offsets.get());
        client.resume(job.name());
    }

    private Usage awaitFirst() throws InterruptedException {
        long begin = System.nanoTime();
        while (topics.sum(IsolationLevel.READ_UNCOMMITTED) == 0) {
            look(begin, 0);
        }
        return processes.now();
    }

    /** The moment at which the last row could be read; it is known when nothing has come for a while and none is missing. */
    private Usage awaitLast(Usage first) throws InterruptedException {
        long end = 0;
        var reached = first;
        while (true) {
            long now = topics.sum(IsolationLevel.READ_COMMITTED);
            if (now > end) {
                end = now;
                reached = processes.now();
            } else if (end >= job.rows() && System.nanoTime() - reached.nanos() > QUIET.toNanos()) {
                requireAll();
                return reached;
            }
            look(first.nanos(), end);
        }
    }

    private void requireAll() throws InterruptedException {
        long count = topics.count();
        if (count != job.rows()) {
            throw new BenchFailure(
                    "%s delivered %d records where %d are right.".formatted(job.name(), count, job.rows()));
        }
    }

    private void look(long begin, long end) throws InterruptedException {
        long waited = System.nanoTime() - begin;
        if (waited % STATUS.toNanos() < LOOK_MILLIS * 1_000_000) {
            worker.requireRunning(job.name());
        }
        if (waited > LIMIT.toNanos()) {
            throw new BenchFailure("%s has only delivered %d of %d records after %d s."
                    .formatted(job.name(), end, job.rows(), LIMIT.toSeconds()));
        }
        Thread.sleep(LOOK_MILLIS);
    }
}
