package dev.caudal.mysql;

import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a source could not do, why, and what to do about it. */
public final class SourceException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final boolean retryable;
    private final transient @Nullable DataError row;

    private SourceException(String message, boolean retryable, @Nullable Throwable cause, @Nullable DataError row) {
        super(message, cause);
        this.retryable = retryable;
        this.row = row;
    }

    private SourceException(String message, boolean retryable, @Nullable Throwable cause) {
        this(message, retryable, cause, null);
    }

    /** A row cannot be sent, and shall not be passed over. */
    static SourceException ofRow(DataError error) {
        return new SourceException(
                error + " Correct the row or the table's settings (table.settings), or choose data.error.policy=log.",
                false,
                null,
                error);
    }

    /** The row that it is about, where that is so. */
    Optional<DataError> row() {
        return Optional.ofNullable(row);
    }

    /** The source cannot go on until a person has changed something. */
    static SourceException fatal(String message) {
        return new SourceException(message, false, null);
    }

    /** The source cannot go on until a person has changed something. */
    static SourceException fatal(String message, Throwable cause) {
        return new SourceException(message, false, cause);
    }

    /** The source may work at the next attempt: a lost connection, a restarting server, a lock not obtained. */
    static SourceException passing(String message, @Nullable Throwable cause) {
        return new SourceException(message, true, cause);
    }

    /** Whether the next attempt may succeed without anybody's help. */
    public boolean retryable() {
        return retryable;
    }
}
