package dev.caudal.bench;

import java.nio.charset.StandardCharsets;

/**
 * An answer; its body is overwritten by the next exchange on the connection.
 *
 * @param status the status
 * @param bytes holds the body from its start
 * @param length how many bytes the body has
 */
record HttpAnswer(int status, byte[] bytes, int length) {
    /** Whether it is a success. */
    boolean isFine() {
        return status / 100 == 2;
    }

    /** Itself, if it is a success. */
    HttpAnswer orFail() {
        if (!isFine()) {
            throw new BenchFailure("The server answered %d: %s".formatted(status, text()));
        }
        return this;
    }

    /** The body as text. */
    String text() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /**
     * How often something stands in the body.
     *
     * @param wanted what
     * @param apart how many bytes its beginnings are apart at least, so that most of the body need not be looked at
     */
    int count(byte[] wanted, int apart) {
        int count = 0;
        for (int at = 0; at <= length - wanted.length; at++) {
            if (isAt(wanted, at)) {
                count++;
                at += apart - 1;
            }
        }
        return count;
    }

    private boolean isAt(byte[] wanted, int at) {
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
