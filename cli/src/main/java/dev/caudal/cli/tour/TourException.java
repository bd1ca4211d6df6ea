package dev.caudal.cli.tour;

/** The tour cannot go on; the message is for the person at the terminal. */
public final class TourException extends RuntimeException {
    TourException(String message) {
        super(message);
    }
}
