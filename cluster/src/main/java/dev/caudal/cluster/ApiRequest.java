package dev.caudal.cluster;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came.
 *
 * @param method its method
 * @param path its path as the client encoded it: an ARN is one segment only there
 * @param query names and values in their order, decoded
 * @param headers by lower-case name, the values of one name joined by commas
 * @param body may be empty
 */
record ApiRequest(String method, String path, List<Parameter> query, Map<String, String> headers, byte[] body) {

    /** A name and a value of the query. */
    record Parameter(String name, String value) {}

    /** Reads a query; a name without a value has an empty one. */
    static List<Parameter> query(String raw) {
        var all = new ArrayList<Parameter>();
        for (var each : raw.split("&")) {
            if (!each.isEmpty()) {
                int equals = each.indexOf('=');
                all.add(
                        equals < 0
                                ? new Parameter(decode(each), "")
                                : new Parameter(decode(each.substring(0, equals)), decode(each.substring(equals + 1))));
            }
        }
        return all;
    }

    /** Undoes the percent encoding of a segment of the path. */
    static String decodeSegment(String segment) {
        return decode(segment.replace("+", "%2B"));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    Optional<String> parameter(String name) {
        return query.stream()
                .filter(each -> each.name().equals(name))
                .map(Parameter::value)
                .findFirst();
    }

    List<String> parameters(String name) {
        return query.stream()
                .filter(each -> each.name().equals(name))
                .map(Parameter::value)
                .toList();
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiError.badRequest("The address is wrongly encoded: " + text);
        }
    }
}
