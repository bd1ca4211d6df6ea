package dev.caudal.s3.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** The JSON of the archive: fields that a later version added are passed over, a later format is refused. */
final class ArchiveJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private ArchiveJson() {}

    static byte[] write(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write " + value, e);
        }
    }

    static <T> T read(String key, byte[] bytes, Class<T> type, int known) {
        try {
            var tree = JSON.readTree(bytes);
            int format = tree.path("format").asInt();
            if (format > known) {
                throw new ArchiveException(
                        "%s has format %d, and this version of Caudal knows up to %d. Use the version that wrote it, or a later one."
                                .formatted(key, format, known));
            }
            return JSON.treeToValue(tree, type);
        } catch (IOException e) {
            throw new ArchiveException("%s is damaged: %s".formatted(key, firstLine(e)), e);
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
