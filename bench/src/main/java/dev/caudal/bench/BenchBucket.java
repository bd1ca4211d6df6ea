package dev.caudal.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A bucket of {@link DiscardingS3}. It keeps what the sink reads again, which is JSON of its own, and throws away all else
 * unless a restore shall read it. It counts the records that were committed. Any thread may call.
 */
final class BenchBucket {
    private static final String ARCHIVE = "_caudal/";
    private static final String COMMIT = ".commit.json";

    private final Path folder;
    private final boolean keepsAll;
    private final ConcurrentNavigableMap<String, Stored> objects = new ConcurrentSkipListMap<>();
    private final Map<String, Parts> uploads = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicLong committed = new AtomicLong();
    private final CountDownLatch asked = new CountDownLatch(1);

    /**
     * An object.
     *
     * @param size its bytes
     * @param etag its tag
     * @param file where its bytes are; none if they were thrown away
     * @param metadata what was sent with it
     */
    record Stored(long size, String etag, Optional<Path> file, String metadata) {}

    /** What has come of an object, by the number of the part: they may come at the same time. */
    private record Parts(String metadata, ConcurrentNavigableMap<Integer, Stored> byNumber) {}

    /** Keeps what it keeps in {@code folder}. */
    BenchBucket(Path folder, boolean keepsAll) {
        this.folder = folder;
        this.keepsAll = keepsAll;
    }

    /** Notes that somebody works with it. */
    void touch() {
        asked.countDown();
    }

    /** Waits for the first request. */
    void awaitFirst(Duration limit) throws InterruptedException {
        if (!asked.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new BenchFailure("The sink has not asked for its bucket in %d s.".formatted(limit.toSeconds()));
        }
    }

    /** Waits until so many records are committed; whether they are. */
    synchronized boolean awaitCommitted(long records, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        for (long left = limit.toMillis(); committed.get() < records && left > 0; ) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
        return committed.get() >= records;
    }

    /** The committed records. */
    long committed() {
        return committed.get();
    }

    /** The objects after a name, in the order of their names. */
    ConcurrentNavigableMap<String, Stored> after(String name) {
        return objects.tailMap(name, false);
    }

    Optional<Stored> find(String key) {
        return Optional.ofNullable(objects.get(key));
    }

    /** Takes an object. */
    Stored put(String key, InputStream body, String metadata) throws IOException {
        var stored = take(key, body, metadata);
        objects.put(key, stored);
        if (key.endsWith(COMMIT)) {
            commit(stored);
        }
        return stored;
    }

    /** Begins an object of several parts; returns its id. */
    String begin(String metadata) {
        var id = "upload-" + numbers.incrementAndGet();
        uploads.put(id, new Parts(metadata, new ConcurrentSkipListMap<>()));
        return id;
    }

    /** Takes a part. */
    String part(String id, int number, String key, InputStream body) throws IOException {
        var parts = upload(id);
        var part = take(key, body, parts.metadata());
        parts.byNumber().put(number, part);
        return part.etag();
    }

    /** Ends an object of several parts. */
    Stored complete(String id, String key) throws IOException {
        var parts = upload(id);
        uploads.remove(id);
        var stored = whole(parts);
        objects.put(key, stored);
        return stored;
    }

    private static Stored whole(Parts parts) throws IOException {
        var all = List.copyOf(parts.byNumber().values());
        var first = all.get(0);
        for (var part : all.subList(1, all.size())) {
            if (first.file().isPresent() && part.file().isPresent()) {
                append(part.file().get(), first.file().get());
            }
        }
        long size = all.stream().mapToLong(Stored::size).sum();
        return new Stored(size, all.get(all.size() - 1).etag(), first.file(), parts.metadata());
    }

    private static void append(Path part, Path whole) throws IOException {
        try (var out = Files.newOutputStream(whole, StandardOpenOption.APPEND)) {
            Files.copy(part, out);
        }
        Files.delete(part);
    }

    private Parts upload(String id) {
        return Optional.ofNullable(uploads.get(id))
                .orElseThrow(() -> new IllegalArgumentException("There is no upload " + id));
    }

    private Stored take(String key, InputStream body, String metadata) throws IOException {
        var etag = "\"%032x\"".formatted(numbers.incrementAndGet());
        if (!keepsAll && !(key.startsWith(ARCHIVE) && key.endsWith(".json"))) {
            return new Stored(body.transferTo(OutputStream.nullOutputStream()), etag, Optional.empty(), metadata);
        }
        var file = Files.createTempFile(folder, "object", "");
        try (var out = Files.newOutputStream(file)) {
            return new Stored(body.transferTo(out), etag, Optional.of(file), metadata);
        }
    }

    private synchronized void commit(Stored stored) throws IOException {
        var count = new ObjectMapper()
                .readTree(Files.readAllBytes(stored.file().orElseThrow()))
                .path("count")
                .asLong();
        committed.addAndGet(count);
        notifyAll();
    }
}
