package dev.caudal.s3.snapshot;

import dev.caudal.s3.archive.ArchiveNames;
import dev.caudal.s3.archive.GroupOffsets;
import dev.caudal.s3.archive.TopicManifest;
import dev.caudal.s3.store.ObjectStore;
import dev.caudal.s3.store.Precondition;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the settings of topics and the offsets of consumer groups into the archive, whenever they have changed.
 *
 * <p>{@link #take} is for one thread at a time; after {@link #start} it is called by a thread of its own. A failure is
 * logged, and the next time it is tried again.
 */
public final class ClusterSnapshots implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterSnapshots.class);

    private final ObjectStore store;
    private final SnapshotSettings settings;
    private final Clock clock;
    private final ArchiveNames names;
    private final Admin admin;
    private final Map<String, TopicManifest> written = new HashMap<>();
    private Optional<List<GroupOffsets.Committed>> writtenOffsets = Optional.empty();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        var made = new Thread(task, "caudal-snapshots");
        made.setDaemon(true);
        return made;
    });

    /**
     * Connects to the cluster when it is first asked.
     *
     * @param store the bucket; stays open
     * @param settings which cluster, topics and groups
     * @param clock gives the times of snapshots
     */
    public ClusterSnapshots(ObjectStore store, SnapshotSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        this.names = new ArchiveNames(settings.cluster());
        this.admin = Admin.create(settings.kafka());
    }

    /**
     * Takes snapshots from now on.
     *
     * @param every the time between the end of one and the begin of the next
     */
    public void start(Duration every) {
        var unused = thread.scheduleWithFixedDelay(this::attempt, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Takes one snapshot.
     *
     * @throws InterruptedException when the thread is interrupted
     * @throws TimeoutException when the cluster does not answer
     * @throws org.apache.kafka.common.KafkaException when it refuses
     * @throws dev.caudal.s3.store.StoreException when the bucket does not take it
     */
    public void take() throws InterruptedException, TimeoutException {
        var reader = new ClusterReader(admin);
        var now = clock.instant();
        var topics = reader.topics(settings.topics());
        for (var manifest : reader.manifests(topics, settings.generation(), now.toEpochMilli())) {
            if (isNews(manifest)) {
                var unused = store.put(names.manifest(manifest.topic()), manifest.toBytes(), Precondition.NONE);
                written.put(manifest.topic(), manifest);
            }
        }
        var offsets = reader.offsets(topics, settings.ownGroup());
        if (!writtenOffsets.equals(Optional.of(offsets))) {
            var snapshot = new GroupOffsets(GroupOffsets.FORMAT, settings.cluster(), now.toEpochMilli(), offsets);
            var unused = store.put(names.groups(now), snapshot.toBytes(), Precondition.NONE);
            writtenOffsets = Optional.of(offsets);
        }
    }

    /** Whether more than the time differs from what was written last. */
    private boolean isNews(TopicManifest manifest) {
        var last = written.get(manifest.topic());
        return last == null || !manifest.at(last.time()).equals(last);
    }

    private void attempt() {
        try {
            take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | TimeoutException e) {
            LOG.warn("No snapshot of topics and groups of {} was written: {}", settings.cluster(), e.toString());
        }
    }

    /** Ends the thread and the connection. */
    @Override
    public void close() {
        thread.shutdownNow();
        admin.close(Duration.ofSeconds(5));
    }
}
