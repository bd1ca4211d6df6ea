package dev.caudal.s3.store;

/** That the object store did not do what it was asked, judged by what may help. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Kind kind;

    StoreException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
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
