package dev.caudal.s3.sink;

import dev.caudal.s3.snapshot.ClusterSnapshots;
import dev.caudal.s3.snapshot.SnapshotSettings;
import dev.caudal.s3.store.ObjectStore;
import java.time.Clock;
import java.time.Duration;

/** The snapshots of topics and groups that a connector takes as long as it runs; there is one connector in all workers. */
record Snapshots(ObjectStore store, ClusterSnapshots job) implements AutoCloseable {

    static Snapshots start(SinkConfig config) {
        ObjectStore store = ObjectStore.open(config);
        ClusterSnapshots job = new ClusterSnapshots(
                store,
                SnapshotSettings.of(config.given(), config.cluster(), config.getInt(Setting.GENERATION)),
                Clock.systemUTC());
        job.start(Duration.ofMillis(config.getLong(Setting.SNAPSHOT_INTERVAL)));
        return new Snapshots(store, job);
    }

    @Override
    public void close() {
        job.close();
        store.close();
    }
}
