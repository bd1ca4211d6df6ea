package dev.caudal.bench;

/** A benchmark cannot go on; the message is what the person at the terminal reads. */
final class BenchFailure extends RuntimeException {
    BenchFailure(String message) {
        super(message);
    }

    BenchFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
