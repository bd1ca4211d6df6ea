package dev.caudal.rest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A method and a kind of paths, with the name that Confluent gives it.
 *
 * @param name as {@code api.v3.topics.create}
 * @param method of HTTP
 * @param path its segments; a star stands for any one
 */
record Endpoint(String name, String method, List<String> path) {
    /** All endpoints, from the file {@code endpoints.txt}; v1 and v2 have the same. */
    static List<Endpoint> all() {
        try (var in = Objects.requireNonNull(Endpoint.class.getResourceAsStream("endpoints.txt"), "endpoints.txt");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(" +"))
                    .map(words -> new Endpoint(words[0], words[1], segments(words[2])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which one a request is for; empty where there is none. */
    static Optional<Endpoint> find(List<Endpoint> all, String method, String path) {
        var segments = segments(path);
        return all.stream()
                .filter(each -> each.method.equals(method) && each.matches(segments))
                .findFirst();
    }

    /** Its name, and that of all of its resource, as {@code api.v3.topics.*}. */
    List<String> names() {
        return List.of(name, name.substring(0, name.lastIndexOf('.')) + ".*");
    }

    /** Whether resources would take it for this one: they do not look at empty segments, escapes and parameters. */
    private boolean matches(List<String> segments) {
        return segments.size() == path.size()
                && IntStream.range(0, path.size())
                        .allMatch(i -> path.get(i).equals("*") || path.get(i).equals(segments.get(i)));
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.split("/"))
                .map(segment -> segment.replaceFirst(";.*", "").replace("+", "%2B"))
                .map(segment -> URLDecoder.decode(segment, StandardCharsets.UTF_8))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }
}
