package dev.caudal.rest;

/** The proxy cannot start; the message says why and what to do. */
public final class RestProxyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RestProxyException(String message) {
        super(message);
    }

    RestProxyException(String message, Throwable cause) {
        super(message, cause);
    }
}
