package dev.caudal.rest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of v3 that are one JSON object. */
final class V3Body {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private V3Body() {}

    /**
     * The body of a request.
     *
     * @throws IOException saying what is wrong with it
     * @throws RestError when there is none
     */
    static <T> T read(HttpServletRequest request, Class<T> type) throws IOException {
        var body = Body.of(request);
        var read = body.length() == 0 ? null : JSON.readValue(body.bytes(), 0, body.length(), type);
        if (read == null) {
            throw V3Errors.payload("Request body is empty. Data is required.");
        }
        return read;
    }

    /** A field that must be there. */
    static <T> T required(@Nullable T value, String name) {
        if (value == null) {
            throw RestError.badRequest("%s is missing.".formatted(name));
        }
        return value;
    }

    /** A list that must be there, with something in each place. */
    static <T> List<T> list(@Nullable List<@Nullable T> values, String name) {
        return required(values, name).stream()
                .map(each -> required(each, "An element of " + name))
                .toList();
    }
}
