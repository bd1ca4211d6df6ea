package dev.caudal.local;

/** A local server could not be started, found or stopped; the message is one sentence for the person at the terminal. */
public final class LocalServerException extends RuntimeException {
    /**
     * An error with its explanation.
     *
     * @param message what failed with its names and values, why, and what to do
     */
    public LocalServerException(String message) {
        super(message);
    }

    /**
     * An error with its explanation and the failure beneath it.
     *
     * @param message what failed with its names and values, why, and what to do
     * @param cause the failure beneath
     */
    public LocalServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
