package dev.caudal.s3.sink;

import dev.caudal.s3.archive.ArchiveException;
import dev.caudal.s3.archive.ArchiveNames;
import dev.caudal.s3.archive.Commit;
import dev.caudal.s3.archive.Sha256;
import dev.caudal.s3.store.ObjectStore;
import dev.caudal.s3.store.StoredObject;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The last commit of a Kafka partition.
 *
 * @param commit what it says
 * @param previous what the next one says of it: its digest, or, where it is a claim, that of the commit before
 */
record LastCommit(Commit commit, String previous) {

    /** Names of this many digits sort as their numbers do. */
    private static final int DIGITS = 20;

    /** Looks for it. A listing goes forward only, so the end of a long one is found by halves. */
    static Optional<LastCommit> find(ObjectStore store, String prefix) {
        Optional<String> first = next(store, prefix, 0);
        return first.map(key -> read(store, last(store, prefix, key)));
    }

    private static String last(ObjectStore store, String prefix, String first) {
        String found = first;
        long step = 1;
        while (step > 0) {
            long from = offset(found) + step;
            Optional<String> later = from < 0 ? Optional.empty() : next(store, prefix, from);
            if (later.isPresent()) {
                found = later.get();
                step = Math.max(step, step << 4);
            } else {
                step >>= 2;
            }
        }
        return found;
    }

    /** The first commit at an offset or behind it. */
    private static Optional<String> next(ObjectStore store, String prefix, long from) {
        String after = prefix + digits(from);
        for (StoredObject object : store.list(prefix, after)) {
            if (ArchiveNames.startOffset(object.key()).isPresent()) {
                return Optional.of(object.key());
            }
        }
        return Optional.empty();
    }

    private static long offset(String key) {
        OptionalLong offset = ArchiveNames.startOffset(key);
        return offset.orElseThrow(() -> new ArchiveException(key + " is no commit."));
    }

    private static String digits(long offset) {
        String digits = Long.toString(offset);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }

    private static LastCommit read(ObjectStore store, String key) {
        byte[] bytes = store.get(key)
                .orElseThrow(() -> new ArchiveException(
                        key + " was there and is not any more. Restore it from the bucket's versions."));
        Commit commit = Commit.parse(key, bytes);
        return new LastCommit(commit, commit.count() == 0 ? commit.previous() : Sha256.hex(bytes));
    }
}
