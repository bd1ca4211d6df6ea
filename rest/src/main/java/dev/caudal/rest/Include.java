package dev.caudal.rest;

import java.util.List;

/**
 * What a client wants of each record besides what all clients get.
 *
 * @param headers its headers
 * @param timestamp its timestamp, in milliseconds
 */
record Include(boolean headers, boolean timestamp) {

    /** Reads the parameter {@code include}, as {@code headers,timestamp}. */
    static Include parse(String parameter) {
        var words = parameter.isBlank() ? List.<String>of() : List.of(parameter.split("[, ]+"));
        for (var word : words) {
            if (!word.equals("headers") && !word.equals("timestamp")) {
                throw RestError.badRequest("include is %s; it can be headers, timestamp, or both.".formatted(word));
            }
        }
        return new Include(words.contains("headers"), words.contains("timestamp"));
    }
}
