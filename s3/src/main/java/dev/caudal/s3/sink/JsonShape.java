package dev.caudal.s3.sink;

import dev.caudal.core.JsonFault;
import dev.caudal.core.JsonScanner;

/** What bytes are as JSON by the letter. */
enum JsonShape {
    /** Not just one value. */
    NO_DOCUMENT,
    /** One value, on several lines. */
    DOCUMENT,
    /** One value without the end of a line in it or around it. */
    LINE;

    static JsonShape of(byte[] message) {
        try {
            var scanner = new JsonScanner(message, 0, message.length);
            scanner.document();
            return scanner.lineEnded() ? DOCUMENT : LINE;
        } catch (JsonFault e) {
            return NO_DOCUMENT;
        }
    }
}
