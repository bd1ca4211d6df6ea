package dev.caudal.mysql;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** What a source could not do, why, and what to do about it. */
public final class SourceException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final boolean retryable;

    private SourceException(String message, boolean retryable, @Nullable Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
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
