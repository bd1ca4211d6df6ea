package dev.caudal.s3.restore;

import dev.caudal.s3.archive.ArchiveException;
import dev.caudal.s3.store.ObjectStore;
import dev.caudal.s3.store.Precondition;
import dev.caudal.s3.store.StoreException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A bucket as restores use it: what must be there and is not is an error that names it. Any thread may call. */
record ArchiveBucket(ObjectStore store) {
    /** The keys under a prefix, sorted, read page by page. */
    Stream<String> keys(String prefix) {
        return keys(prefix, "");
    }

    /** Those that sort behind a text. */
    Stream<String> keys(String prefix, String after) {
        return StreamSupport.stream(store.list(prefix, after).spliterator(), false)
                .map(object -> object.key());
    }

    /** The next parts of the names under a prefix that ends with a slash, as far as a slash follows them; sorted. */
    List<String> folders(String prefix) {
        var folders = new ArrayList<String>();
        for (var next = store.first(prefix, ""); next.isPresent(); ) {
            var name = next.get().key().substring(prefix.length());
            int slash = name.indexOf('/');
            if (slash < 0) {
                next = store.first(prefix, next.get().key());
            } else {
                folders.add(name.substring(0, slash));
                // What sorts directly behind all that begins with this folder and its slash.
                next = store.first(prefix, prefix + name.substring(0, slash) + (char) ('/' + 1));
            }
        }
        return folders;
    }

    /** Whether there is an object under a prefix. */
    boolean hasAny(String prefix) {
        return store.first(prefix, "").isPresent();
    }

    /** A small object that may be missing. */
    Optional<byte[]> find(String key) {
        return store.get(key);
    }

    /** A small object that must be there. */
    byte[] read(String key) {
        return find(key).orElseThrow(() -> missing(key));
    }

    /** The bytes of an object that must be there. */
    InputStream open(String key) {
        return store.read(key).orElseThrow(() -> missing(key));
    }

    /** The tag of an object that may be missing. */
    Optional<String> tag(String key) {
        return store.find(key).map(object -> object.etag());
    }

    /** Writes an object and returns its tag; empty where there is one already. */
    Optional<String> putAbsent(String key, byte[] bytes) {
        return put(key, bytes, Precondition.ABSENT);
    }

    /** Writes an object and returns its new tag; empty where another has written it since. */
    Optional<String> putUnchanged(String key, byte[] bytes, String tag) {
        return put(key, bytes, Precondition.unchanged(tag));
    }

    private Optional<String> put(String key, byte[] bytes, Precondition precondition) {
        try {
            return Optional.of(store.put(key, bytes, precondition));
        } catch (StoreException e) {
            if (e.kind() == StoreException.Kind.PRECONDITION) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private ArchiveException missing(String key) {
        return new ArchiveException(
                "%s is missing in the bucket %s. Bring the object back (a versioned bucket still has it)."
                        .formatted(key, store.bucket()));
    }
}
