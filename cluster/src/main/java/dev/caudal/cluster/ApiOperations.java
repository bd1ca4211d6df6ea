package dev.caudal.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All operations of MSK's API, as AWS's model of it lists them, also those that are not built, and Caudal's own.
 *
 * @param all name, method and path
 */
record ApiOperations(List<Template> all) {

    /** An operation's place; a segment in braces stands for any value. */
    record Template(String name, String method, List<String> segments) {
        private static Template parse(String line) {
            var words = line.split(" ");
            return new Template(words[0], words[1], List.of(words[2].split("/", -1)));
        }

        /** The decoded values of the segments in braces, when this is the operation of the request. */
        private Optional<List<String>> match(String method, String[] path) {
            if (!this.method.equals(method) || path.length != segments.size()) {
                return Optional.empty();
            }
            var values = new ArrayList<String>();
            for (int i = 0; i < path.length; i++) {
                if (segments.get(i).startsWith("{")) {
                    values.add(ApiRequest.decodeSegment(path[i]));
                } else if (!segments.get(i).equals(path[i])) {
                    return Optional.empty();
                }
            }
            return Optional.of(values);
        }
    }

    /** An operation that a request means, with the values in its path. */
    record Match(String name, List<String> values) {}

    static ApiOperations load() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ApiOperations.class.getResourceAsStream("operations.txt")),
                StandardCharsets.UTF_8))) {
            return new ApiOperations(lines.lines().map(Template::parse).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Finds the operation by the path as it came: only there a slash of an ARN is none of the path. */
    Match find(ApiRequest request) {
        var path = request.path().split("/", -1);
        for (var each : all) {
            var values = each.match(request.method(), path);
            if (values.isPresent()) {
                return new Match(each.name(), values.get());
            }
        }
        throw ApiError.unknownOperation("MSK has no operation %s %s.".formatted(request.method(), request.path()));
    }
}
