package dev.caudal.server.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * Something defined, as it was saved.
 *
 * @param <T> its kind's values
 * @param kind its kind
 * @param name its name, unique in its kind
 * @param version 1 when it was created, then one more each time
 * @param updated when that was
 * @param value what it says
 */
public record Definition<T>(Kind<T> kind, String name, long version, Instant updated, T value) {
    /**
     * What definition it is.
     *
     * @return kind and name
     */
    public DefinitionId id() {
        return new DefinitionId(kind.word(), name);
    }

    /**
     * As it may be shown to anybody.
     *
     * @return name, what it says without secrets, version and time
     */
    public ObjectNode show() {
        var json = Json.MAPPER.createObjectNode().put("name", name);
        json.setAll(kind.show(value));
        return json.put("version", version).put("updated", updated.toString());
    }

    /** What it cannot be without. */
    List<Kind.Use> uses() {
        return kind.uses(value);
    }

    /** Refuses it where it does not fit. */
    void check(View before, View after) {
        uses().stream().filter(use -> !after.has(use.id())).findFirst().ifPresent(use -> {
            throw Refusal.of(
                            ProblemCode.UNKNOWN_NAME,
                            "The %s names the %s, which is not there.".formatted(id(), use.id()),
                            "Create it first, or name another.")
                    .at(use.field());
        });
        kind.check(this, before, after);
    }

    /** As it is kept. */
    byte[] record() {
        var json = Json.MAPPER.createObjectNode().put("version", version).put("updated", updated.toString());
        json.set("value", kind.write(value));
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
