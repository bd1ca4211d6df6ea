package dev.caudal.s3.restore;

import dev.caudal.s3.archive.ArchiveException;
import dev.caudal.s3.archive.ArchiveNames;
import dev.caudal.s3.archive.Commit;
import dev.caudal.s3.archive.ContentDigest;
import dev.caudal.s3.archive.LastCommitName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A partition of the archive: its commits, as a chain in which each names the one before. */
final class ArchivedPartition implements PartitionBackup {
    /** Commits that are read at a time: a long backup has as many as minutes. */
    private static final int AT_ONCE = 16;

    private final ArchiveBucket bucket;
    private final String prefix;

    /** The partition whose commits are under {@code prefix}. */
    ArchivedPartition(ArchiveBucket bucket, String prefix) {
        this.bucket = bucket;
        this.prefix = prefix;
    }

    private record Found(String key, byte[] bytes) {}

    @Override
    public List<Segment> segments(long until, Consumer<ArchiveException> problems) throws IOException {
        var segments = new ArrayList<Segment>();
        var chain = new Chain(problems);
        var keys = bucket.keys(prefix)
                .filter(key -> ArchiveNames.startOffset(key).isPresent())
                .map(key -> new Ahead.Question<>(() -> new Found(key, bucket.read(key)), 1))
                .iterator();
        try (var commits = new Ahead<>(keys, AT_ONCE, AT_ONCE)) {
            for (var next = commits.next(); next.isPresent(); next = commits.next()) {
                var key = next.get().key();
                var commit = chain.next(key, next.get().bytes());
                if (commit.isPresent() && commit.get().maxTimestamp() > until) {
                    cut(key, commit.get(), until).ifPresent(segments::add);
                    break;
                }
                commit.ifPresent(found -> segments.add(whole(key, found)));
            }
        }
        return segments;
    }

    @Override
    public long lastTimestamp() {
        return lastTimestamp(prefix + "~");
    }

    private long lastTimestamp(String before) {
        var key = LastCommitName.find(
                prefix, after -> bucket.keys(prefix, after).takeWhile(name -> name.compareTo(before) < 0));
        if (key.isEmpty()) {
            return -1;
        }
        var commit = Commit.parse(key.get(), bucket.read(key.get()));
        // A claim has no records; what it was to follow has.
        return commit.count() == 0 ? lastTimestamp(key.get()) : commit.maxTimestamp();
    }

    @Override
    public RecordCursor open(Segment segment) throws IOException {
        return CommitCursor.open(bucket, commit(segment));
    }

    /** The commit behind a segment. */
    Commit commit(Segment segment) {
        return Commit.parse(segment.key(), bucket.read(segment.key()));
    }

    private static Segment whole(String key, Commit commit) {
        return new Segment(
                key,
                commit.startOffset(),
                commit.lastOffset(),
                commit.nextOffset(),
                commit.count(),
                commit.content(),
                commit.minTimestamp(),
                commit.maxTimestamp(),
                commit.fidelity());
    }

    /** What comes before the first record that is too late. */
    private Optional<Segment> cut(String key, Commit commit, long until) throws IOException {
        var digest = new ContentDigest();
        int count = 0;
        long last = commit.startOffset();
        long max = Long.MIN_VALUE;
        try (var cursor = CommitCursor.open(bucket, commit)) {
            for (var next = cursor.next(); next.isPresent(); next = cursor.next()) {
                var record = next.get();
                if (record.timestamp() > until) {
                    break;
                }
                record.addTo(digest);
                count++;
                last = record.offset();
                max = Math.max(max, record.timestamp());
            }
        }
        return count == 0
                ? Optional.empty()
                : Optional.of(new Segment(
                        key,
                        commit.startOffset(),
                        last,
                        last + 1,
                        count,
                        digest.hex(),
                        commit.minTimestamp(),
                        max,
                        commit.fidelity()));
    }
}
