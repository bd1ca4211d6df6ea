package dev.caudal.s3.archive;

/** A part of the archive is missing, damaged or of a format that this version does not know; the message names it. */
public final class ArchiveException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * An archive that cannot be used.
     *
     * @param message what is wrong with which object, and what to do
     */
    public ArchiveException(String message) {
        super(message);
    }

    /**
     * The same with its cause.
     *
     * @param message what is wrong with which object, and what to do
     * @param cause what found it
     */
    public ArchiveException(String message, Throwable cause) {
        super(message, cause);
    }
}
