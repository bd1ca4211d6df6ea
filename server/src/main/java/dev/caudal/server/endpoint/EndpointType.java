package dev.caudal.server.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.server.definition.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A type of endpoints: forms, checks, commands and documentation come from its fields.
 *
 * @param name its word
 * @param roles on which sides of a task it can stand
 * @param label its name for people
 * @param fields its settings, in the order of a form
 */
public record EndpointType(String name, List<Role> roles, Text label, List<Field> fields) {
    /** One of its fields. */
    Optional<Field> field(String wanted) {
        return fields.stream().filter(field -> field.name().equals(wanted)).findFirst();
    }

    /**
     * Reads the settings that somebody sent: what is absent gets its default, what does not count is left out.
     *
     * @param settings an object of texts, numbers and truth values
     * @return by field, in their order
     * @throws Refusal naming the field that is wrong
     */
    Map<String, String> read(JsonNode settings) {
        var given = new LinkedHashMap<String, String>();
        settings.properties().forEach(each -> {
            var field = field(each.getKey())
                    .orElseThrow(() -> Refusal.invalid(
                            "settings." + each.getKey(),
                            "'%s' is no setting of the type %s.".formatted(each.getKey(), name),
                            "There are "
                                    + String.join(
                                            ", ",
                                            fields.stream().map(Field::name).toList()) + "."));
            if (each.getValue().isContainerNode()) {
                throw Refusal.invalid(field.path(), field.name() + " is no text.", "Give one value.");
            }
            if (!each.getValue().isNull()) {
                given.put(field.name(), each.getValue().asText());
            }
        });
        return complete(given);
    }

    private Map<String, String> complete(Map<String, String> given) {
        var values = new LinkedHashMap<String, String>();
        for (var field : fields) {
            var value = given.getOrDefault(field.name(), "");
            var used = value.isEmpty() ? field.fallback() : value;
            if (!field.counts(values)) {
                continue;
            }
            if (used.isEmpty() && field.required()) {
                throw field.missing();
            }
            if (!used.isEmpty()) {
                if (!(field.secret() && used.equals(Endpoint.MASK))) {
                    field.check(used);
                }
                values.put(field.name(), used);
            }
        }
        return values;
    }
}
