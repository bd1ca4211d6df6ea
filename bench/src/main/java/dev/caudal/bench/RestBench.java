package dev.caudal.bench;

import dev.caudal.local.ChildProcess;
import dev.caudal.local.LocalDirectory;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Measures the REST proxy in a process of its own beside Kafka's clients, which do the same right before or after it. Used
 * by one thread.
 */
final class RestBench {
    /** The proxy. */
    static final String PROXY = "caudal";

    /** Kafka's own client. */
    static final String DIRECT = "direct";

    private static final int WARM_UP_RECORDS = 500_000;

    private final RestSettings settings;
    private final LocalDirectory folder;
    private final Consumer<String> notes;
    private final SampleRecords samples = new SampleRecords();
    private final Measurements measurements = new Measurements();

    RestBench(RestSettings settings, LocalDirectory folder, Consumer<String> notes) {
        this.settings = settings;
        this.folder = folder;
        this.notes = notes;
    }

    /** Starts broker and proxies, measures everything, and stops them. */
    Measurements run() throws IOException, InterruptedException {
        try (var children = new Children(folder);
                var kafka = BenchKafka.start(folder, BrokerKind.OURS)) {
            if (settings.rest()) {
                notes.accept("Warming up the broker and Kafka's clients");
                kafka.warmUp();
                warmUp(kafka);
            }
            try (var proxies = new Proxies(folder, kafka.bootstrapServers(), settings)) {
                for (int round = 1; round <= settings.rounds(); round++) {
                    for (var part : RestPart.values()) {
                        if (settings.parts().contains(part)) {
                            measure(kafka, proxies.next(), part, round);
                        }
                    }
                }
            }
        }
        return measurements;
    }

    /** The yardstick has no compiler at work. */
    private void warmUp(BenchKafka kafka) throws InterruptedException {
        var processes = new Usage.Processes(ProcessHandle.current().pid(), kafka.pid());
        var unused = new RestProduce(kafka, samples, RestPart.BATCH_1000, WARM_UP_RECORDS).direct(processes);
        try (var consume = new RestConsume(kafka, samples, WARM_UP_RECORDS)) {
            unused = consume.direct(processes);
        }
    }

    private void measure(BenchKafka kafka, ChildProcess proxy, RestPart part, int round)
            throws IOException, InterruptedException {
        int records = settings.records(part);
        if (part == RestPart.CONSUME) {
            try (var consume = new RestConsume(kafka, samples, records)) {
                measure(kafka, proxy, part, round, consume);
            }
        } else {
            measure(kafka, proxy, part, round, new RestProduce(kafka, samples, part, records));
        }
    }

    private void measure(BenchKafka kafka, ChildProcess proxy, RestPart part, int round, RestWork work)
            throws IOException, InterruptedException {
        for (int repeat = 1; repeat <= settings.repeats(); repeat++) {
            // In turn, so that neither is always the one that finds the other's remains.
            boolean directFirst = (round + repeat) % 2 == 0;
            if (part.hasYardstick() && directFirst) {
                direct(kafka, part, round, repeat, work);
            }
            var used = work.byProxy(proxy.port(), new Usage.Processes(proxy.pid(), kafka.pid()));
            add(part, PROXY, round, repeat, used, proxy.pid());
            if (part.hasYardstick() && !directFirst) {
                direct(kafka, part, round, repeat, work);
            }
        }
    }

    private void direct(BenchKafka kafka, RestPart part, int round, int repeat, RestWork work)
            throws InterruptedException {
        long pid = ProcessHandle.current().pid();
        add(part, DIRECT, round, repeat, work.direct(new Usage.Processes(pid, kafka.pid())), pid);
    }

    private void add(RestPart part, String engine, int round, int repeat, Usage used, long pid) {
        var measured = new Measurement(
                Words.of(part), engine, round, repeat, settings.records(part), used, ProcessTimes.peakMemory(pid));
        measurements.add(measured);
        notes.accept(measured.toText());
    }
}
