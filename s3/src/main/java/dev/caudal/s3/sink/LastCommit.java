package dev.caudal.s3.sink;

import dev.caudal.s3.archive.ArchiveException;
import dev.caudal.s3.archive.Commit;
import dev.caudal.s3.archive.LastCommitName;
import dev.caudal.s3.archive.Sha256;
import dev.caudal.s3.store.ObjectStore;
import dev.caudal.s3.store.StoredObject;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The last commit of a Kafka partition.
 *
 * @param commit what it says
 * @param previous what the next one says of it: its digest, or, where it is a claim, that of the commit before
 */
record LastCommit(Commit commit, String previous) {

    /** Looks for it. */
    static Optional<LastCommit> find(ObjectStore store, String prefix) {
        return LastCommitName.find(prefix, after -> keys(store, prefix, after)).map(key -> read(store, key));
    }

    private static Stream<String> keys(ObjectStore store, String prefix, String after) {
        return StreamSupport.stream(store.list(prefix, after).spliterator(), false)
                .map(StoredObject::key);
    }

    private static LastCommit read(ObjectStore store, String key) {
        byte[] bytes = store.get(key)
                .orElseThrow(() -> new ArchiveException(
                        key + " was there and is not any more. Restore it from the bucket's versions."));
        Commit commit = Commit.parse(key, bytes);
        return new LastCommit(commit, commit.count() == 0 ? commit.previous() : Sha256.hex(bytes));
    }
}
