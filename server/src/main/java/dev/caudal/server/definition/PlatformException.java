package dev.caudal.server.definition;

/** The platform could not do what it was asked to; the message is one sentence for the person at the terminal. */
public final class PlatformException extends RuntimeException {
    /**
     * An error with its explanation.
     *
     * @param message what failed with its names and values, why, and what to do
     */
    public PlatformException(String message) {
        super(message);
    }

    /**
     * An error with its explanation and the failure beneath it.
     *
     * @param message what failed with its names and values, why, and what to do
     * @param cause the failure beneath
     */
    public PlatformException(String message, Throwable cause) {
        super(message, cause);
    }
}
