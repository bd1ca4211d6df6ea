package dev.caudal.server.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Definitions as a file of several: exported, and applied all or none. Any thread may use it. */
public final class Portfolio {
    private final Definitions definitions;
    private final List<Portable<?>> parts;

    /**
     * All definitions of some kinds.
     *
     * @param definitions where they are kept
     * @param parts the kinds, those that others name first
     */
    public Portfolio(Definitions definitions, List<Portable<?>> parts) {
        this.definitions = definitions;
        this.parts = List.copyOf(parts);
    }

    /**
     * What became, or would become, of a definition.
     *
     * @param kind the word of its kind
     * @param name its name
     * @param action {@code created}, {@code changed} or {@code unchanged}
     * @param version its version then
     */
    public record Outcome(String kind, String name, String action, long version) {}

    /**
     * A file of definitions, secrets masked.
     *
     * @param wanted which, with all that they name; empty for all
     * @return an object with a list for each kind
     * @throws Refusal when one of them is not there
     */
    public ObjectNode export(List<DefinitionId> wanted) {
        var chosen = closure(wanted);
        var file = Json.MAPPER.createObjectNode();
        parts.forEach(part -> export(part, chosen, wanted.isEmpty(), file));
        return file;
    }

    /**
     * Makes definitions as a file says; those that it does not have stay as they are.
     *
     * @param file an object with a list for each kind
     * @param dryRun whether nothing shall be saved
     * @return what became of each, in the file's order
     * @throws Refusal naming the field that is wrong; then nothing was saved
     */
    public List<Outcome> apply(JsonNode file, boolean dryRun) {
        var changes = changes(file);
        var before = new ArrayList<Optional<Definition<?>>>();
        changes.forEach(change -> before.add(find(change)));
        var after = definitions.dryRun(changes);
        if (!dryRun) {
            definitions.save(changes);
        }
        var outcomes = new ArrayList<Outcome>();
        for (int index = 0; index < changes.size(); index++) {
            var next = after.get(index).orElseThrow();
            var there = before.get(index);
            var action =
                    there.isEmpty() ? "created" : there.get().version() == next.version() ? "unchanged" : "changed";
            outcomes.add(new Outcome(next.id().kind(), next.name(), action, next.version()));
        }
        return outcomes;
    }

    /**
     * What a file looks like.
     *
     * @return a JSON schema, draft 2020-12
     */
    public ObjectNode schema() {
        var schema = Json.MAPPER
                .createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", "Definitions of Caudal")
                .put("type", "object")
                .put("additionalProperties", false);
        var properties = schema.putObject("properties");
        parts.forEach(
                part -> properties.putObject(part.member()).put("type", "array").set("items", part.schema()));
        return schema;
    }

    private List<Change<?>> changes(JsonNode file) {
        var members = parts.stream().map(Portable::member).toList();
        if (!file.isObject() || file.isEmpty()) {
            throw Refusal.of(
                    ProblemCode.NO_DEFINITIONS,
                    "The file is no object with %s.".formatted(String.join(" or ", members)),
                    "'caudal task export' and GET export show what a file looks like.");
        }
        file.fieldNames().forEachRemaining(name -> {
            if (!members.contains(name)) {
                throw Refusal.invalid(
                        name,
                        "'%s' is no list of definitions.".formatted(name),
                        "There are %s.".formatted(String.join(", ", members)));
            }
        });
        var changes = new ArrayList<Change<?>>();
        for (var part : parts) {
            int index = 0;
            for (var body : file.path(part.member())) {
                changes.add(change(part, body, "%s[%d].".formatted(part.member(), index++)));
            }
        }
        return changes;
    }

    private Change<?> change(Portable<?> part, JsonNode body, String path) {
        try {
            return part.change(body, definitions);
        } catch (Refusal e) {
            throw e.at(path + e.field().orElse(""));
        }
    }

    private Optional<Definition<?>> find(Change<?> change) {
        return definitions.find(change.kind(), change.name()).map(each -> each);
    }

    private Set<DefinitionId> closure(List<DefinitionId> wanted) {
        var chosen = new HashSet<DefinitionId>();
        for (var id : wanted) {
            var part = parts.stream()
                    .filter(each -> each.kind().word().equals(id.kind()))
                    .findFirst();
            part.ifPresent(each -> {
                chosen.add(id);
                definitions.require(each.kind(), id.name()).uses().forEach(use -> chosen.add(use.id()));
            });
        }
        return chosen;
    }

    private <T> void export(Portable<T> part, Set<DefinitionId> chosen, boolean all, ObjectNode file) {
        var list = file.putArray(part.member());
        for (var definition : definitions.all(part.kind())) {
            if (all || chosen.contains(definition.id())) {
                var shown = definition.show();
                shown.remove(List.of("version", "updated"));
                list.add(shown);
            }
        }
    }
}
