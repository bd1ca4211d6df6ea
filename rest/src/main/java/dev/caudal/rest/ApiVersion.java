package dev.caudal.rest;

import java.util.Locale;
import java.util.Optional;

/** A version of the API. */
enum ApiVersion {
    V1(".v1"),
    V2(".v2"),
    V3("");

    private final String suffix;

    ApiVersion(String suffix) {
        this.suffix = suffix;
    }

    /** The version that a media type's subtype names, as {@code vnd.kafka.binary.v2+json} does. */
    static Optional<ApiVersion> of(String subtype) {
        if (subtype.endsWith(".v1+json")) {
            return Optional.of(V1);
        }
        return subtype.endsWith(".v2+json") ? Optional.of(V2) : Optional.empty();
    }

    /** The media type for plain answers of this version. */
    String type() {
        return this == V3 ? "application/json" : "application/vnd.kafka" + suffix + "+json";
    }

    /** The media type for records. */
    String type(Format format) {
        return "application/vnd.kafka." + format.word() + suffix + "+json";
    }

    /** The first segment of the paths of its resources inside the proxy. */
    String segment() {
        return name().toLowerCase(Locale.ROOT);
    }
}
