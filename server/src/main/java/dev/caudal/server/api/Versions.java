package dev.caudal.server.api;

import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import jakarta.ws.rs.core.EntityTag;
import org.jspecify.annotations.Nullable;

/** Versions of definitions in headers: an {@code ETag} is the version. */
final class Versions {
    private Versions() {}

    static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /** The version that the header {@code If-Match} names. */
    static long seen(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw Refusal.of(
                    ProblemCode.VERSION_REQUIRED,
                    "The request does not say which version it was made of.",
                    "Send the ETag of what you have read as If-Match.");
        }
        var text = header.strip().replaceAll("^\"|\"$", "");
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw Refusal.of(
                    ProblemCode.NO_VERSION,
                    "If-Match is '%s', which is no version.".formatted(header),
                    "Send the ETag of what you have read.");
        }
        return Long.parseLong(text);
    }
}
