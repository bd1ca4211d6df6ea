package dev.caudal.s3.restore;

/** A restore cannot go on; the message says why and what to do. */
public final class RestoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean conflict;

    RestoreException(String message) {
        this(message, false);
    }

    RestoreException(String message, Throwable cause) {
        super(message, cause);
        this.conflict = false;
    }

    private RestoreException(String message, boolean conflict) {
        super(message);
        this.conflict = conflict;
    }

    static RestoreException conflict(String message) {
        return new RestoreException(message, true);
    }

    /**
     * Whether what is there stands in the way: another restore, or a topic with records of others.
     *
     * @return whether it is a conflict
     */
    public boolean isConflict() {
        return conflict;
    }
}
