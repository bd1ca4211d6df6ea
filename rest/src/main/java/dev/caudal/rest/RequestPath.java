package dev.caudal.rest;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The path of a request.
 *
 * @param segments as the client encoded them, without empty ones
 * @param query with its question mark; may be empty
 */
record RequestPath(List<String> segments, String query) {

    static RequestPath of(URI uri) {
        return new RequestPath(segments(uri.getRawPath()), uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    /** A path without a query. */
    static RequestPath of(String path) {
        return new RequestPath(segments(path), "");
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    /** The topic that v1 and v2 send to: {@code /topics/T} and {@code /topics/T/partitions/P}; empty in other paths. */
    Optional<String> producedTopic() {
        boolean produces =
                (segments.size() == 2 || segments.size() == 4 && segments.get(2).equals("partitions"))
                        && segments.get(0).equals("topics");
        return produces ? Optional.of(decode(segments.get(1))) : Optional.empty();
    }

    /** The partition that is sent to, {@link Batch#ANY} where there is none in the path. */
    int producedPartition() {
        if (segments.size() == 2) {
            return Batch.ANY;
        }
        try {
            int partition = Integer.parseInt(segments.get(3));
            if (partition < 0) {
                throw RestError.partitionNotFound();
            }
            return partition;
        } catch (NumberFormatException e) {
            throw new RestError(ErrorCode.NOT_FOUND, "HTTP 404 Not Found");
        }
    }

    /** Whether it names the version itself. */
    boolean isVersioned() {
        return !segments.isEmpty() && segments.get(0).equals("v3");
    }

    /** Where the resource is inside the proxy. */
    URI inside(ApiVersion version) {
        var path = String.join("/", segments);
        return URI.create((isVersioned() ? "/" : "/" + version.segment() + "/") + path + query);
    }

    /** Reads of v1: {@code /consumers/G/instances/I/topics/T} and {@code /topics/T/partitions/P/messages}. */
    boolean isOfV1() {
        return isConsumer() && segments.size() == 6 && segments.get(4).equals("topics")
                || segments.size() == 5
                        && segments.get(0).equals("topics")
                        && segments.get(4).equals("messages");
    }

    /** What is known of the consumer in the path, by its group and name. */
    <T> Optional<T> consumer(BiFunction<String, String, Optional<T>> known) {
        return isConsumer() ? known.apply(decode(segments.get(1)), decode(segments.get(3))) : Optional.empty();
    }

    private boolean isConsumer() {
        return segments.size() >= 4
                && segments.get(0).equals("consumers")
                && segments.get(2).equals("instances");
    }

    private static String decode(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
