package dev.caudal.s3.sink;

import dev.caudal.s3.archive.ArchiveNames;
import dev.caudal.s3.archive.Commit;
import dev.caudal.s3.archive.DataObject;
import dev.caudal.s3.archive.Fidelity;
import dev.caudal.s3.archive.Sha256;
import dev.caudal.s3.archive.SidecarObject;
import dev.caudal.s3.store.ChunkPool;
import dev.caudal.s3.store.ObjectStore;
import dev.caudal.s3.store.Precondition;
import dev.caudal.s3.store.StoreException;
import dev.caudal.s3.store.StoredObject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/**
 * The chain of commits of one Kafka partition. A commit is named by the offset where the one before it ended, so that two
 * writers that go on from the same commit want the same name, and the store gives it to one.
 *
 * <p>The first commit after a start claims its name before it touches objects of lines: such objects may be there, from a
 * writer that ended or only hangs, and who overwrites them must know that no commit will name them as they were. The claim
 * is a commit without records. In quiet flow nothing is claimed: objects are written on the condition that there are none.
 */
final class ArchiveJournal implements Journal {

    private static final String TOOL = "caudal-s3 " + Version.TEXT;

    private final ObjectStore store;
    private final ArchiveNames names;
    private final TopicPartition partition;
    private final int generation;
    private final Place place;
    private final Clock clock;
    private OptionalLong next = OptionalLong.empty();
    private String previous = "";
    private boolean careful = true;
    private Optional<String> claim = Optional.empty();

    /** Where sidecars wait. */
    record Place(int partSize, ChunkPool pool) {}

    ArchiveJournal(
            ObjectStore store, ArchiveNames names, TopicPartition partition, int generation, Place place, Clock clock) {
        this.store = store;
        this.names = names;
        this.partition = partition;
        this.generation = generation;
        this.place = place;
        this.clock = clock;
    }

    @Override
    public OptionalLong resume() {
        careful = true;
        claim = Optional.empty();
        String prefix = names.partition(partition.topic(), generation, partition.partition());
        Optional<LastCommit> last = LastCommit.find(store, prefix);
        next = last.map(found -> OptionalLong.of(found.commit().nextOffset())).orElse(OptionalLong.empty());
        previous = last.map(LastCommit::previous).orElse("");
        return next;
    }

    @Override
    public Optional<Sidecar> sidecar(long firstOffset) {
        String key = names.sidecar(
                partition.topic(),
                generation,
                partition.partition(),
                next.orElse(firstOffset),
                UUID.randomUUID().toString().replace("-", ""));
        return Optional.of(new Sidecar(store.upload(key, place.partSize(), place.pool())));
    }

    @Override
    public void commit(Batch batch, long end) {
        long start = next.orElse(batch.first());
        String key = names.commit(partition.topic(), generation, partition.partition(), start);
        if (careful) {
            completeClaimed(batch, key, start);
        } else {
            batch.files().forEach(file -> file.complete(Precondition.ABSENT));
        }
        byte[] commit = commit(batch, start, end).toBytes();
        store.put(key, commit, claim.map(Precondition::unchanged).orElse(Precondition.ABSENT));
        next = OptionalLong.of(end);
        previous = Sha256.hex(commit);
        careful = false;
        claim = Optional.empty();
    }

    /**
     * Looks at what is there before it makes sure of the claim: who takes the claim away later also changes what is there,
     * and the condition no longer holds.
     */
    private void completeClaimed(Batch batch, String key, long start) {
        Map<DataFile, Precondition> conditions = new LinkedHashMap<>();
        batch.files().forEach(file -> conditions.put(file, asItIs(file.upload().key())));
        if (claim.isEmpty()) {
            claim = Optional.of(claim(key, start));
        } else if (!claim.equals(store.find(key).map(StoredObject::etag))) {
            throw StoreException.overtaken(key);
        }
        conditions.forEach(DataFile::complete);
    }

    /** Takes the name from whoever may have claimed it before, and from whoever may still want to commit. */
    private String claim(String key, long start) {
        byte[] content = claimed(start).toBytes();
        Optional<StoredObject> there = store.find(key);
        if (there.isEmpty()) {
            return store.put(key, content, Precondition.ABSENT);
        }
        Commit now = store.get(key).map(bytes -> Commit.parse(key, bytes)).orElse(claimed(start));
        if (now.count() > 0) {
            throw StoreException.overtaken(key);
        }
        return store.put(key, content, Precondition.unchanged(there.get().etag()));
    }

    private Precondition asItIs(String key) {
        return store.find(key)
                .map(object -> Precondition.unchanged(object.etag()))
                .orElse(Precondition.ABSENT);
    }

    private Commit claimed(long start) {
        return new Commit(
                Commit.FORMAT,
                names.cluster(),
                partition.topic(),
                "",
                generation,
                partition.partition(),
                start,
                start - 1,
                start,
                0,
                0,
                0,
                0,
                List.of(),
                new SidecarObject("", 0, ""),
                Fidelity.EXACT,
                "",
                previous,
                TOOL,
                clock.millis());
    }

    private Commit commit(Batch batch, long start, long end) {
        Sidecar sidecar = batch.sidecar().orElseThrow();
        SidecarObject side = sidecar.complete();
        return new Commit(
                Commit.FORMAT,
                names.cluster(),
                partition.topic(),
                "",
                generation,
                partition.partition(),
                start,
                batch.last(),
                end,
                sidecar.count(),
                sidecar.tombstones(),
                sidecar.earliest(),
                sidecar.latest(),
                batch.objects().stream()
                        .flatMap(object -> object.values().stream().map(file -> data(object, file)))
                        .toList(),
                side,
                sidecar.fidelity(),
                sidecar.content(),
                previous,
                TOOL,
                clock.millis());
    }

    private static DataObject data(OpenObject object, DataFile file) {
        return new DataObject(
                file.upload().key(),
                file.upload().bytes(),
                file.upload().checksum(),
                object.lines(),
                file.upload().key().endsWith(".gz") ? DataObject.GZIP : DataObject.PLAIN,
                object.separator(),
                object.first(),
                object.last());
    }
}
