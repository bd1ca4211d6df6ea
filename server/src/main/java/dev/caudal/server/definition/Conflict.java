package dev.caudal.server.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashSet;
import java.util.Optional;

/** The refusals of a change that was made of something else than what is there. */
final class Conflict {
    private Conflict() {}

    /** Lets a change pass that was made of what is there. */
    static void check(Change<?> change, Optional<Definition<?>> present) {
        if (change.seen().isEmpty()) {
            return;
        }
        long seen = change.seen().getAsLong();
        if (seen == 0) {
            present.ifPresent(there -> {
                throw Refusal.of(
                                ProblemCode.NAME_TAKEN,
                                "The %s '%s' is there already."
                                        .formatted(there.id().kind(), there.name()),
                                "Take another name, or change the one that is there.")
                        .at("name");
            });
            return;
        }
        var there = present.orElseThrow(() -> Refusal.of(
                change.kind().missing(),
                "There is no %s '%s'.".formatted(change.kind().word(), change.name()),
                "List those that there are, or create it."));
        if (there.version() != seen) {
            throw stale(change, there);
        }
    }

    private static <T> Refusal stale(Change<T> change, Definition<?> there) {
        var refusal = Refusal.of(
                        ProblemCode.VERSION_CONFLICT,
                        "The %s was changed at %s: it has version %d, and the change was made of version %d."
                                .formatted(
                                        there.id(),
                                        there.updated(),
                                        there.version(),
                                        change.seen().getAsLong()),
                        "Read it again and make the change anew; 'difference' has what differs.")
                .with("current", there.show());
        return change.value()
                .map(value ->
                        refusal.with("difference", difference(change.kind().show(value), there.show())))
                .orElse(refusal);
    }

    /** The fields that differ, those of objects one by one. */
    private static ArrayNode difference(JsonNode yours, JsonNode theirs) {
        var all = Json.MAPPER.createArrayNode();
        collect("", yours, theirs, all);
        return all;
    }

    private static void collect(String path, JsonNode yours, JsonNode theirs, ArrayNode into) {
        var names = new LinkedHashSet<String>();
        yours.fieldNames().forEachRemaining(names::add);
        if (!path.isEmpty()) {
            theirs.fieldNames().forEachRemaining(names::add);
        }
        for (var name : names) {
            var mine = Optional.ofNullable(yours.get(name)).orElse(MissingNode.getInstance());
            var other = Optional.ofNullable(theirs.get(name)).orElse(MissingNode.getInstance());
            if (mine.isObject() && other.isObject()) {
                collect(path + name + ".", mine, other, into);
            } else if (!mine.equals(other)) {
                var field = into.addObject().put("field", path + name);
                field.set("yours", mine.isMissingNode() ? null : mine);
                field.set("theirs", other.isMissingNode() ? null : other);
            }
        }
    }
}
