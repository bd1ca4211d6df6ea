package dev.caudal.core;

/** Bytes are not the JSON that is expected; the message says what is wrong, and where. It has no stack trace. */
public final class JsonFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    JsonFault(String message) {
        super(message, null, false, false);
    }
}
