package dev.caudal.bench;

import dev.caudal.local.LocalDirectory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Compares engines: each in a worker of its own, in turn, over the same rows and the same log, again and again. Used by
 * one thread.
 */
final class CdcBench {
    private final CdcSettings settings;
    private final Places places;
    private final Consumer<String> notes;
    private final Results results = new Results();

    CdcBench(CdcSettings settings, Places places, Consumer<String> notes) {
        this.settings = settings;
        this.places = places;
        this.notes = notes;
    }

    /**
     * Where things are.
     *
     * @param root the project
     * @param folder where its files are
     * @param programs where the database's programs are unpacked
     * @param workerOptions options for the Java of the workers
     * @param rest whether to wait until a process is at rest before it is measured
     */
    record Places(Path root, LocalDirectory folder, Path programs, List<String> workerOptions, boolean rest) {}

    /** Starts the servers, measures everything, and stops them. */
    Results run() throws InterruptedException, SQLException {
        try (var children = new Children(places.folder())) {
            measure();
        }
        return results;
    }

    private void measure() throws InterruptedException, SQLException {
        try (var database = BenchDatabase.start(places.folder(), places.programs())) {
            if (settings.parts().contains(Part.LOAD)) {
                notes.accept("Making %,d rows".formatted(settings.shape().total()));
                database.fill(settings.shape());
            }
            var mark = Optional.<LogMark>empty();
            if (settings.parts().contains(Part.CHANGES)) {
                notes.accept("Making %,d changes".formatted(settings.events()));
                mark = Optional.of(database.fillLog(settings.events()));
            }
            for (var kind : BrokerKind.values()) {
                measure(database, kind, mark);
            }
        }
    }

    private void measure(BenchDatabase database, BrokerKind kind, Optional<LogMark> mark)
            throws InterruptedException, SQLException {
        boolean latency =
                settings.parts().contains(Part.LATENCY) && settings.brokers().contains(kind);
        boolean transfers = kind == BrokerKind.OURS
                && (settings.parts().contains(Part.LOAD) || settings.parts().contains(Part.CHANGES));
        if (!latency && !transfers) {
            return;
        }
        try (var kafka = BenchKafka.start(places.folder(), kind)) {
            if (places.rest()) {
                kafka.warmUp();
            }
            var environment = new Environment(places, database, kafka);
            for (int round = 1; round <= settings.rounds(); round++) {
                for (var engine : inTurn(round)) {
                    try (var workers = new Workers(places.rest(), () -> environment.worker(engine))) {
                        if (transfers && settings.parts().contains(Part.LOAD)) {
                            transfers(environment, workers.next(), engine, round, Part.LOAD, Optional.empty());
                        }
                        if (transfers && mark.isPresent()) {
                            transfers(environment, workers.next(), engine, round, Part.CHANGES, mark);
                        }
                        if (latency && engine.does(Part.LATENCY)) {
                            latency(environment, workers.next(), engine, round);
                        }
                    }
                }
            }
        }
    }

    /** Every other round goes the other way, so that nobody always runs first. */
    private List<Engine> inTurn(int round) {
        var engines = new ArrayList<>(settings.engines());
        if (round % 2 == 0) {
            Collections.reverse(engines);
        }
        return engines;
    }

    private void transfers(
            Environment environment, Worker worker, Engine engine, int round, Part part, Optional<LogMark> mark)
            throws InterruptedException {
        boolean load = part == Part.LOAD;
        for (int repeat = 0; repeat < settings.repeats(); repeat++) {
            var job = new Job(
                    name(engine, part, environment.kafka().kind(), round, repeat),
                    part,
                    load ? settings.shape().names() : List.of(Backlog.TABLE),
                    load ? settings.shape().total() : settings.events(),
                    mark);
            var transfer = new TransferRun(environment, worker, engine, job).measure(round, repeat > 0);
            results.add(transfer);
            notes.accept("%s, %s, %s: %,.0f rows/s, %.2f CPU s per million, %d MiB, %.1f cores taken by others"
                    .formatted(
                            Words.of(part),
                            engine.name(),
                            transfer.warm() ? "warm" : "cold",
                            transfer.rate(),
                            transfer.workerCpu(),
                            transfer.peakMemory(),
                            transfer.used().foreignCores()));
        }
    }

    private void latency(Environment environment, Worker worker, Engine engine, int round)
            throws InterruptedException, SQLException {
        var kind = environment.kafka().kind();
        var job = new Job(
                name(engine, Part.LATENCY, kind, round, 0),
                Part.LATENCY,
                List.of(BenchDatabase.LIVE),
                0,
                Optional.empty());
        var latency =
                new LatencyRun(environment, worker, engine, job).measure(round, settings.warmUp(), settings.latency());
        results.add(latency);
        notes.accept("latency, %s, broker %s: p50 %.1f ms, p99 %.1f ms, %.1f cores taken by others"
                .formatted(
                        engine.name(),
                        Words.of(kind),
                        latency.quantile(0.5),
                        latency.quantile(0.99),
                        latency.foreignCores()));
    }

    private static String name(Engine engine, Part part, BrokerKind kind, int round, int repeat) {
        return "%s-%s-%s-%d-%d".formatted(engine.name(), Words.of(part), Words.of(kind), round, repeat);
    }
}
