package dev.caudal.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param from how many elements are before it
 * @param size how many it has at most
 */
record Page(int from, int size) {
    private static final int LARGEST = 100;

    static Page of(ApiRequest request) {
        int size = request.parameter("maxResults").map(Page::size).orElse(LARGEST);
        return new Page(request.parameter("nextToken").map(Page::start).orElse(0), size);
    }

    /** Writes the part of a list, and how to get the next. */
    <T> ObjectNode write(String name, List<T> all, Function<T, ObjectNode> json) {
        var body = ClusterJson.object();
        var list = body.putArray(name);
        int end = (int) Math.min(all.size(), (long) from + size);
        all.subList(Math.min(from, end), end).forEach(each -> list.add(json.apply(each)));
        if (end < all.size()) {
            body.put(
                    "nextToken",
                    Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(Integer.toString(end).getBytes(StandardCharsets.UTF_8)));
        }
        return body;
    }

    /** Writes the part of a list of texts, and how to get the next. */
    ObjectNode writeTexts(String name, List<String> all) {
        var body = write(name, all, text -> ClusterJson.object().put("text", text));
        var texts = ClusterJson.object();
        var list = texts.putArray(name);
        body.path(name).forEach(each -> list.add(each.path("text")));
        return body.setAll(texts);
    }

    private static int size(String text) {
        if (!text.matches("[1-9]\\d{0,2}") || Integer.parseInt(text) > LARGEST) {
            throw ApiError.badRequest("maxResults", "maxResults is %s and not 1 to %d.".formatted(text, LARGEST));
        }
        return Integer.parseInt(text);
    }

    private static int start(String token) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (text.matches("\\d{1,6}")) {
                return Integer.parseInt(text);
            }
        } catch (IllegalArgumentException e) {
            // It is none of ours, as below.
        }
        throw ApiError.badRequest("nextToken", "The token %s is none of this API.".formatted(token));
    }
}
