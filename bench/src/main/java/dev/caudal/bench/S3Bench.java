package dev.caudal.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures the sink in a stock worker and the restore, each beside a yardstick that does the same without it, right before
 * or after. Used by one thread.
 */
final class S3Bench {
    /** Sink or restore. */
    static final String OURS = "caudal";

    /** The restore that reads all back. */
    static final String VERIFIED = "verified";

    private static final String WORKER = "s3";
    private static final int WARM_UP_RECORDS = 300_000;

    private final S3Settings settings;
    private final CdcBench.Places places;
    private final Consumer<String> notes;
    private final SampleRecords samples = new SampleRecords();
    private final Measurements measurements = new Measurements();
    private final List<Long> memory = new ArrayList<>();
    private int buckets;

    S3Bench(S3Settings settings, CdcBench.Places places, Consumer<String> notes) {
        this.settings = settings;
        this.places = places;
        this.notes = notes;
    }

    /** What a part is compared with. */
    static String yardstick(S3Part part) {
        return part.isSink() ? "sdk" : RestBench.DIRECT;
    }

    /** Starts the servers, measures everything, and stops them. */
    S3Results run() throws IOException, InterruptedException {
        try (var children = new Children(places.folder());
                var kafka = BenchKafka.start(places.folder(), BrokerKind.OURS);
                var store = DiscardingS3.start(places.folder().data("s3"));
                var sdk = new SdkUpload(store.endpoint(), samples)) {
            var servers = new S3Servers(kafka, store, sdk);
            if (places.rest()) {
                notes.accept("Warming up the broker, the SDK and Kafka's clients");
                warmUp(servers);
            }
            try (var workers = new Workers(places.rest(), () -> worker(servers))) {
                for (int round = 1; round <= settings.rounds(); round++) {
                    for (var part : S3Part.values()) {
                        if (settings.parts().contains(part)) {
                            measure(servers, workers.next(), part, round);
                        }
                    }
                }
            }
        }
        return new S3Results(measurements, memory);
    }

    private record S3Servers(BenchKafka kafka, DiscardingS3 store, SdkUpload sdk) {
        Usage.Processes own() {
            return new Usage.Processes(ProcessHandle.current().pid(), kafka.pid());
        }
    }

    /** The yardsticks have no compiler at work. */
    private void warmUp(S3Servers servers) throws IOException, InterruptedException {
        servers.kafka().warmUp();
        var unused = direct(servers, WARM_UP_RECORDS);
        unused = upload(servers, WARM_UP_RECORDS, WARM_UP_RECORDS / S3Settings.PARTITIONS);
    }

    private void measure(S3Servers servers, Worker worker, S3Part part, int round)
            throws IOException, InterruptedException {
        var name = "%s-%d".formatted(Words.of(part).replace('_', '-'), round);
        var topic = new SinkTopic(servers.kafka(), samples, name, part.folders()).fill(settings.records());
        if (part.isSink()) {
            sinks(servers, worker, part, round, name);
            topic.delete();
            return;
        }
        var bucket = bucket();
        var target = servers.store().create(bucket, true);
        var unused = run(servers, part, name, bucket).measure(worker, target, servers.own());
        topic.delete();
        restore(servers, name, bucket, round);
    }

    private void sinks(S3Servers servers, Worker worker, S3Part part, int round, String topic)
            throws IOException, InterruptedException {
        if (part == S3Part.OPEN_FILES) {
            long before = ProcessTimes.peakMemory(worker.pid());
            sink(servers, worker, part, round, 1, topic);
            memory.add(ProcessTimes.peakMemory(worker.pid()) - before);
            return;
        }
        for (int repeat = 1; repeat <= settings.repeats(); repeat++) {
            // In turn, so that neither is always the one that finds the other's remains.
            boolean yardstickFirst = (round + repeat) % 2 == 0;
            if (yardstickFirst) {
                sdk(servers, part, round, repeat);
            }
            sink(servers, worker, part, round, repeat, topic);
            if (!yardstickFirst) {
                sdk(servers, part, round, repeat);
            }
        }
    }

    private Worker worker(S3Servers servers) throws InterruptedException {
        var worker = Worker.start(
                WORKER,
                places.root().resolve("s3/target/plugins"),
                false,
                places,
                servers.kafka().bootstrapServers());
        if (places.rest()) {
            Settling.await(worker.pid());
        }
        return worker;
    }

    private SinkRun run(S3Servers servers, S3Part part, String topic, String bucket) {
        return new SinkRun(
                part,
                settings,
                topic,
                bucket,
                servers.store().endpoint(),
                servers.kafka().bootstrapServers());
    }

    private void sink(S3Servers servers, Worker worker, S3Part part, int round, int repeat, String topic)
            throws IOException, InterruptedException {
        var bucket = bucket();
        var target = servers.store().create(bucket, false);
        var processes = new Usage.Processes(worker.pid(), servers.kafka().pid());
        var used = run(servers, part, topic, bucket).measure(worker, target, processes);
        add(part, OURS, round, repeat, used, worker.pid());
    }

    private void sdk(S3Servers servers, S3Part part, int round, int repeat) throws IOException {
        var used = upload(servers, settings.records(), settings.flushSize());
        add(part, yardstick(part), round, repeat, used, servers.own().subject());
    }

    private Usage upload(S3Servers servers, int records, int each) throws IOException {
        var bucket = bucket();
        var unused = servers.store().create(bucket, false);
        return servers.sdk().measure(bucket, records, each, servers.own());
    }

    private void restore(S3Servers servers, String topic, String bucket, int round)
            throws IOException, InterruptedException {
        var restore = new RestoreRun(servers.kafka(), servers.store().endpoint(), bucket, topic);
        long pid = servers.own().subject();
        for (int repeat = 1; repeat <= settings.repeats(); repeat++) {
            var part = S3Part.RESTORE;
            add(part, OURS, round, repeat, restore.measure(settings.records(), false, servers.own()), pid);
            add(part, RestBench.DIRECT, round, repeat, direct(servers, settings.records()), pid);
            add(part, VERIFIED, round, repeat, restore.measure(settings.records(), true, servers.own()), pid);
        }
    }

    private Usage direct(S3Servers servers, int records) throws InterruptedException {
        return new RestProduce(servers.kafka(), samples, RestPart.BATCH_1000, records).direct(servers.own());
    }

    private String bucket() {
        return "bench-" + ++buckets;
    }

    private void add(S3Part part, String engine, int round, int repeat, Usage used, long pid) {
        var measured = new Measurement(
                Words.of(part), engine, round, repeat, settings.records(), used, ProcessTimes.peakMemory(pid));
        measurements.add(measured);
        notes.accept(measured.toText());
    }
}
