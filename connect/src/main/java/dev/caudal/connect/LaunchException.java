package dev.caudal.connect;

/** A worker was not started; the message is for the person at the terminal. */
public final class LaunchException extends RuntimeException {
    private final Kind kind;

    /** Why not. */
    public enum Kind {
        /** The files have faults, which have all been told. */
        FINDINGS,
        /** A file cannot be read, or the worker refused a connector. */
        BAD_FILE,
        /** The worker did not start. */
        NOT_STARTED
    }

    LaunchException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    LaunchException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /**
     * Why not.
     *
     * @return the kind of failure
     */
    public Kind kind() {
        return kind;
    }
}
