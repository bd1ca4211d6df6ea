package dev.caudal.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An object in a request; a value of another type than the API's is refused with its name.
 *
 * @param json the object, empty where there is none
 */
record Fields(JsonNode json) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The object that a body is. */
    static Fields of(byte[] body) {
        try {
            var json = JSON.readTree(body);
            if (!(json instanceof ObjectNode)) {
                throw ApiError.badRequest("The body is no JSON object.");
            }
            return new Fields(json);
        } catch (JsonProcessingException e) {
            throw ApiError.badRequest("The body is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw ApiError.badRequest("The body cannot be read: " + e.getMessage());
        }
    }

    boolean has(String name) {
        return json.hasNonNull(name);
    }

    Fields object(String name) {
        var value = json.path(name);
        if (has(name) && !value.isObject()) {
            throw wrong(name, "an object");
        }
        return new Fields(value);
    }

    Optional<String> text(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (!json.path(name).isTextual()) {
            throw wrong(name, "a string");
        }
        return Optional.of(json.path(name).textValue());
    }

    String requiredText(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    Optional<Integer> integer(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (!json.path(name).canConvertToInt() || !json.path(name).isIntegralNumber()) {
            throw wrong(name, "an integer");
        }
        return Optional.of(json.path(name).intValue());
    }

    int requiredInteger(String name) {
        return integer(name).orElseThrow(() -> missing(name));
    }

    Optional<Boolean> flag(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (!json.path(name).isBoolean()) {
            throw wrong(name, "true or false");
        }
        return Optional.of(json.path(name).booleanValue());
    }

    List<String> texts(String name) {
        if (!has(name)) {
            return List.of();
        }
        if (!json.path(name).isArray()) {
            throw wrong(name, "a list of strings");
        }
        var all = new ArrayList<String>();
        for (var each : json.path(name)) {
            if (!each.isTextual()) {
                throw wrong(name, "a list of strings");
            }
            all.add(each.textValue());
        }
        return all;
    }

    List<Fields> objects(String name) {
        if (!has(name)) {
            return List.of();
        }
        var all = new ArrayList<Fields>();
        for (var each : json.path(name)) {
            if (!json.path(name).isArray() || !each.isObject()) {
                throw wrong(name, "a list of objects");
            }
            all.add(new Fields(each));
        }
        return all;
    }

    Map<String, String> map(String name) {
        var all = new TreeMap<String, String>();
        for (var each : object(name).json.properties()) {
            if (!each.getValue().isTextual()) {
                throw wrong(name, "a map of strings");
            }
            all.put(each.getKey(), each.getValue().textValue());
        }
        return all;
    }

    <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return text(name).map(value -> {
            try {
                return Enum.valueOf(type, value);
            } catch (IllegalArgumentException e) {
                throw ApiError.badRequest(
                        name, "%s is %s; it can be %s.".formatted(name, value, List.of(type.getEnumConstants())));
            }
        });
    }

    static ApiError missing(String name) {
        return ApiError.badRequest(name, "The required parameter %s is missing.".formatted(name));
    }

    private static ApiError wrong(String name, String type) {
        return ApiError.badRequest(name, "The parameter %s has to be %s.".formatted(name, type));
    }
}
