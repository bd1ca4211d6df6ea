package dev.caudal.server.definition;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Definitions by kind and name; a changed copy is a new one. */
final class Snapshot implements View {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshot.class);

    private final Map<String, Kind<?>> kinds;
    private final NavigableMap<DefinitionId, Definition<?>> all;

    private Snapshot(Map<String, Kind<?>> kinds, NavigableMap<DefinitionId, Definition<?>> all) {
        this.kinds = kinds;
        this.all = all;
    }

    /** Nothing, of these kinds. */
    static Snapshot empty(List<Kind<?>> kinds) {
        var byWord = new TreeMap<String, Kind<?>>();
        kinds.forEach(kind -> byWord.put(kind.word(), kind));
        return new Snapshot(byWord, new TreeMap<>());
    }

    /** This with changes: an empty definition is one that is gone. */
    Snapshot with(Map<DefinitionId, Optional<Definition<?>>> changes) {
        var next = new TreeMap<>(all);
        changes.forEach((id, definition) ->
                definition.ifPresentOrElse(present -> next.put(id, present), () -> next.remove(id)));
        return new Snapshot(kinds, next);
    }

    /** This with what records say, in their order; a record that cannot be read changes nothing. */
    Snapshot withRecords(List<DefinitionLog.Entry> entries) {
        if (entries.isEmpty()) {
            return this;
        }
        var changes = new TreeMap<DefinitionId, Optional<Definition<?>>>();
        for (var entry : entries) {
            var id = DefinitionId.of(entry.key());
            var kind = kinds.get(id.kind());
            if (kind == null) {
                continue;
            }
            try {
                changes.put(
                        id,
                        entry.value().isPresent()
                                ? Optional.of(
                                        read(kind, id.name(), entry.value().get()))
                                : Optional.empty());
            } catch (IOException | IllegalArgumentException | DateTimeException e) {
                LOG.atError()
                        .addKeyValue("definition", id)
                        .addKeyValue("why", e instanceof JacksonException json ? json.getOriginalMessage() : e)
                        .log("a definition cannot be read, and is left out");
            }
        }
        return with(changes);
    }

    @Override
    public <T> Optional<Definition<T>> find(Kind<T> kind, String name) {
        return Optional.ofNullable(all.get(new DefinitionId(kind.word(), name))).map(each -> typed(kind, each));
    }

    @Override
    public <T> List<Definition<T>> all(Kind<T> kind) {
        return all.subMap(new DefinitionId(kind.word(), ""), new DefinitionId(kind.word() + "\0", "")).values().stream()
                .map(each -> typed(kind, each))
                .toList();
    }

    @Override
    public boolean has(DefinitionId id) {
        return all.containsKey(id);
    }

    @Override
    public List<DefinitionId> usersOf(DefinitionId id) {
        return all.values().stream()
                .filter(each -> each.uses().stream().anyMatch(use -> use.id().equals(id)))
                .map(Definition::id)
                .toList();
    }

    Optional<Definition<?>> find(DefinitionId id) {
        return Optional.ofNullable(all.get(id));
    }

    private static <T> Definition<T> read(Kind<T> kind, String name, byte[] record) throws IOException {
        JsonNode json = Json.MAPPER.readTree(record);
        return new Definition<>(
                kind,
                name,
                json.required("version").asLong(),
                Instant.parse(json.required("updated").asText()),
                kind.read(name, json.required("value")));
    }

    /** There is one object for each kind, so that the same word has the same type. */
    @SuppressWarnings("unchecked")
    private static <T> Definition<T> typed(Kind<T> kind, Definition<?> definition) {
        if (definition.kind() != kind) {
            throw new IllegalArgumentException("Two kinds have the word " + kind.word());
        }
        return (Definition<T>) definition;
    }
}
