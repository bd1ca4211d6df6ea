package dev.caudal.rest;

import dev.caudal.core.JsonScanner;

/** Walks over the JSON of a request; what is wrong with it is the client's error. */
final class BodyScanner extends JsonScanner {
    BodyScanner(byte[] bytes, int from, int to) {
        super(bytes, from, to);
    }

    @Override
    public RestError error(String what) {
        return RestError.badRequest("The body is not the JSON that is expected: %s at byte %d.".formatted(what, at()));
    }
}
