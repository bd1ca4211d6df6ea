package dev.caudal.rest;

import java.util.Locale;

/** What makes the records of a page count as consumed, where the client of a v1 consumer does not commit by itself. */
enum Acknowledgement {
    /** The next request for records. */
    NEXT_READ,
    /** Only a request to commit. */
    EXPLICIT;

    /** The word in the configuration. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
