package dev.caudal.bench;

import java.sql.SQLException;
import java.time.Duration;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Commits single rows at a steady rate and reads them back, with one connector between. */
final class LatencyRun {
    private static final int PER_SECOND = 500;
    private static final Duration FIRST = Duration.ofSeconds(60);
    private static final Duration LAST = Duration.ofSeconds(20);

    private final Environment environment;
    private final Worker worker;
    private final Engine engine;
    private final Job job;

    LatencyRun(Environment environment, Worker worker, Engine engine, Job job) {
        this.environment = environment;
        this.worker = worker;
        this.engine = engine;
        this.job = job;
    }

    /**
     * Measures.
     *
     * @param warmUp how long before it counts
     * @param measured how long it counts
     */
    Latency measure(int round, Duration warmUp, Duration measured) throws InterruptedException, SQLException {
        int skipped = count(warmUp);
        var topics = environment.kafka().topics(job.topics());
        topics.create();
        environment.database().emptyLive();
        worker.client().put(job.name(), engine.settings(job, environment.servers()));
        try (var reader = reader();
                var writer = new SteadyWriter(environment.database(), PER_SECOND, skipped + count(measured))) {
            var arrivals = new Arrivals(reader, writer.total());
            awaitFlow(writer, arrivals);
            var before = environment.processes(worker).now();
            writer.start();
            arrivals.awaitAll(measured.plus(warmUp).plus(LAST));
            var used = environment.processes(worker).now().since(before);
            return new Latency(
                    engine.name(),
                    environment.kafka().kind(),
                    round,
                    arrivals.since(writer.commits(), skipped),
                    used.foreignCores());
        } finally {
            worker.client().delete(job.name());
            topics.delete();
        }
    }

    private static int count(Duration time) {
        return Math.toIntExact(time.toMillis() * PER_SECOND / 1000);
    }

    private KafkaConsumer<byte[], byte[]> reader() {
        var reader = CommittedReader.open(environment.kafka().bootstrapServers());
        reader.assign(
                job.topics().stream().map(topic -> new TopicPartition(topic, 0)).toList());
        return reader;
    }

    /** A connector starts at the log's end of some moment: rows go in until the first comes out. */
    private void awaitFlow(SteadyWriter writer, Arrivals arrivals) throws InterruptedException, SQLException {
        long begin = System.nanoTime();
        while (!arrivals.pollProbe()) {
            worker.requireRunning(job.name());
            if (System.nanoTime() - begin > FIRST.toNanos()) {
                throw new BenchFailure("%s has delivered nothing after %d s.".formatted(job.name(), FIRST.toSeconds()));
            }
            writer.probe();
        }
    }
}
