package dev.caudal.cluster;

import java.util.Map;

/** MSK's rules for the tags of a resource. */
final class Tags {
    private static final int MOST = 50;

    private Tags() {}

    /** The same tags, when they can be. */
    static Map<String, String> checked(Map<String, String> tags) {
        if (tags.size() > MOST) {
            throw ApiError.badRequest("tags", "A cluster has %d tags at most, not %d.".formatted(MOST, tags.size()));
        }
        tags.forEach((key, value) -> {
            if (key.isEmpty() || key.length() > 128 || key.startsWith("aws:") || value.length() > 256) {
                throw ApiError.badRequest(
                        "tags",
                        "The tag %s cannot be: a key has 1 to 128 characters and does not begin with aws:, a value has 256 at most."
                                .formatted(key));
            }
        });
        return tags;
    }
}
