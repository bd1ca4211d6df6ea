package dev.caudal.server;

import dev.caudal.cluster.ClusterSettings;
import dev.caudal.cluster.ControlPlane;
import dev.caudal.local.LocalKafka;
import dev.caudal.local.LocalMariaDb;
import dev.caudal.local.LocalS3;
import dev.caudal.rest.RestProxy;
import dev.caudal.rest.RestProxyConfig;
import dev.caudal.server.definition.PlatformException;
import dev.caudal.server.definition.SecretBox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The parts of a platform while they start: database and object store beside the broker and the worker, which need each other.
 * A part that starts beside others is told of when it is waited for: the lines of two starts have one order.
 */
final class Parts implements AutoCloseable {
    private final PlatformSettings settings;
    private final StartListener listener;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    Parts(PlatformSettings settings, StartListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    Future<Started<Optional<LocalMariaDb>>> database() {
        return beside(notes -> settings.database().map(wanted -> {
            long start = System.nanoTime();
            var database = LocalMariaDb.start(settings.folder(), wanted.settings());
            wanted.fill().accept(database);
            notes.add(Note.of("MariaDB on 127.0.0.1:" + database.port(), start));
            return database;
        }));
    }

    Future<Started<Optional<LocalS3>>> s3() {
        return beside(notes -> settings.s3Port().map(wanted -> {
            long start = System.nanoTime();
            var store = LocalS3.start(settings.folder(), wanted);
            notes.add(Note.of("S3 on " + store.endpoint(), start));
            return store;
        }));
    }

    Future<Started<LocalKafka>> kafka() {
        return beside(notes -> {
            long start = System.nanoTime();
            var network = settings.network().kafka();
            var kafka = LocalKafka.start(
                    settings.folder(),
                    settings.kafkaPort(),
                    network.stream().map(it -> it.listener(settings.folder())).toList(),
                    network.map(it -> KafkaNetwork.RIGHTS).orElse(Map.of()));
            notes.add(Note.of("Kafka broker on " + kafka.bootstrapServers(), start));
            network.ifPresent(it -> {
                KafkaNetwork.keepOurs(kafka.bootstrapServers());
                notes.add(
                        Note.of("Kafka for other machines on %s, by TLS and password".formatted(it.servers()), start));
            });
            return kafka;
        });
    }

    ConnectWorker worker(LocalKafka kafka, int port) {
        long start = System.nanoTime();
        var worker = ConnectWorker.start(kafka.bootstrapServers(), port, settings.folder());
        tell("Kafka Connect worker on " + worker.client().root(), start);
        return worker;
    }

    Optional<RestProxy> rest(LocalKafka kafka) {
        return settings.restPort().map(wanted -> {
            long start = System.nanoTime();
            int port = wanted.choose("the REST proxy");
            var proxy = RestProxy.start(RestProxyConfig.of(
                    Map.of("bootstrap.servers", kafka.bootstrapServers(), "listeners", "http://127.0.0.1:" + port)));
            tell("REST proxy on http://127.0.0.1:" + port, start);
            return proxy;
        });
    }

    Optional<ControlPlane> clusters() {
        return settings.awsPort().map(wanted -> {
            long start = System.nanoTime();
            var clusters = ControlPlane.start(ClusterSettings.usual(settings.folder(), wanted)
                    .advertising(settings.network().kafka().map(KafkaNetwork::servers)));
            tell("API of Kafka clusters, as Amazon MSK's, on http://127.0.0.1:" + clusters.port(), start);
            return clusters;
        });
    }

    PlatformApi api(LocalKafka kafka, ConnectWorker worker, int port, SecretBox box, PlatformApi.Others others) {
        long start = System.nanoTime();
        var api = PlatformApi.start(settings, kafka.bootstrapServers(), worker.client(), port, box, others);
        tell("API on " + PlatformApi.address(port), start);
        settings.network()
                .api()
                .ifPresent(network ->
                        tell("API for other machines on " + network.address().uri(), start));
        return api;
    }

    /** Waits for a part and tells of it; throws what its start threw. */
    <T> T await(Future<Started<T>> part) {
        try {
            var started = part.get();
            started.notes().forEach(this::tell);
            return started.part();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new PlatformException("A part of the platform did not start: " + e.getCause() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("Interrupted while the platform started.", e);
        }
    }

    /** Interrupts what still starts and waits for it: nothing may come up after this. */
    @Override
    public void close() {
        threads.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            if (!threads.awaitTermination(60, TimeUnit.SECONDS)) {
                throw new PlatformException("A part of the platform still starts 60 s after it was told not to.");
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> Future<Started<T>> beside(Function<List<Note>, T> start) {
        return threads.submit(() -> {
            var notes = new ArrayList<Note>();
            return new Started<>(start.apply(notes), notes);
        });
    }

    private void tell(String part, long start) {
        tell(Note.of(part, start));
    }

    private void tell(Note note) {
        listener.started(note.part(), note.took());
    }

    /** A part that serves, and what is told of it. */
    record Started<T>(T part, List<Note> notes) {}

    /** A line for people: a part and its address, and how long its start took. */
    record Note(String part, Duration took) {
        static Note of(String part, long start) {
            return new Note(part, Duration.ofNanos(System.nanoTime() - start));
        }
    }
}
