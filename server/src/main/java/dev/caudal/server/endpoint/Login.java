package dev.caudal.server.endpoint;

import java.util.Map;

/**
 * An endpoint with its secrets in plain text, to connect with; never kept, shown or logged.
 *
 * @param type what it is
 * @param values by field
 */
record Login(EndpointType type, Map<String, String> values) {
    String value(String field) {
        return values.getOrDefault(field, "");
    }

    @Override
    public String toString() {
        return "Login[" + type.name() + "]";
    }
}
