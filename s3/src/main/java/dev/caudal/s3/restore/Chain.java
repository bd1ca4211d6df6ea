package dev.caudal.s3.restore;

import dev.caudal.s3.archive.ArchiveException;
import dev.caudal.s3.archive.Commit;
import dev.caudal.s3.archive.Sha256;
import java.util.Optional;
import java.util.function.Consumer;

/** Goes from commit to commit of a partition and finds what is missing or altered. */
final class Chain {
    private final Consumer<ArchiveException> problems;
    private Optional<Commit> before = Optional.empty();
    private String beforeKey = "";
    private String beforeSha256 = "";

    Chain(Consumer<ArchiveException> problems) {
        this.problems = problems;
    }

    /** The next commit, judged by the one before; empty if it cannot be read or is a claim. */
    Optional<Commit> next(String key, byte[] bytes) {
        Commit commit;
        try {
            commit = Commit.parse(key, bytes);
        } catch (ArchiveException e) {
            problems.accept(e);
            // What comes behind is judged as if this one were missing.
            return Optional.empty();
        }
        if (commit.count() == 0) {
            // A claim: its writer ended before it committed, and the next commit may have another name.
            return Optional.empty();
        }
        if (!commit.previous().equals(beforeSha256)) {
            problems.accept(new ArchiveException(broken(key, commit)));
        } else if (before.isPresent() && commit.startOffset() < before.get().nextOffset()) {
            problems.accept(new ArchiveException("%s begins with offset %d, and %s goes up to %d."
                    .formatted(
                            key, commit.startOffset(), beforeKey, before.get().lastOffset())));
        }
        before = Optional.of(commit);
        beforeKey = key;
        beforeSha256 = Sha256.hex(bytes);
        return before;
    }

    private String broken(String key, Commit commit) {
        return before.map(last -> "Between %s and %s a commit is missing (offsets %d to %d), or the first was altered."
                        .formatted(beforeKey, key, last.nextOffset(), commit.startOffset() - 1))
                .orElse("The commits before %s (offset %d) are missing.".formatted(key, commit.startOffset()));
    }
}
