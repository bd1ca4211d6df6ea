package dev.caudal.rest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How keys and values stand in JSON. */
enum Format {
    /** Base64 in a string. */
    BINARY,
    /** Themselves. */
    JSON,
    /** By a schema, which needs a schema registry. */
    AVRO,
    /** By a schema, which needs a schema registry. */
    JSONSCHEMA,
    /** By a schema, which needs a schema registry. */
    PROTOBUF;

    static Optional<Format> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean needsSchema() {
        return this != BINARY && this != JSON;
    }

    /** This format, where the proxy can read and write it. */
    Format supported() {
        if (needsSchema()) {
            throw new RestError(
                    ErrorCode.INVALID,
                    "The format %s needs a schema registry, which this proxy does not use. Use binary or json."
                            .formatted(word()));
        }
        return this;
    }
}
