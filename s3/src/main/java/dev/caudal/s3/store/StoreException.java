package dev.caudal.s3.store;

import org.jspecify.annotations.Nullable;

/** That the object store did not do what it was asked, judged by what may help. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Kind kind;

    StoreException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /**
     * That another writer was first, seen in what the bucket has rather than by an answer.
     *
     * @param key of the object that it wrote
     * @return of kind {@link Kind#PRECONDITION}
     */
    public static StoreException overtaken(String key) {
        return new StoreException(Kind.PRECONDITION, "Another writer wrote " + key + ".", null);
    }

    /**
     * What may help.
     *
     * @return how the failure is judged
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Whether the same call may succeed later: throttling, a fault of the server, a lost connection, a time-out.
     *
     * @return whether to try again
     */
    public boolean retryable() {
        return kind == Kind.RETRYABLE;
    }

    /** How a failure is judged. */
    public enum Kind {
        /** Throttling, a fault of the server, a lost connection, a time-out: the same call may succeed later. */
        RETRYABLE,
        /** The object is not as the call required: somebody else wrote it. */
        PRECONDITION,
        /** The identity may not do this. */
        REFUSED,
        /** The bucket is not there. */
        NO_BUCKET,
        /** Another answer of the server that no repetition changes. */
        OTHER
    }
}
