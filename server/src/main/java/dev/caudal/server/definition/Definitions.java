package dev.caudal.server.definition;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All definitions of a platform: records of one compacted topic, kept in memory. Any thread may read and save.
 *
 * <p>What is saved together is one Kafka transaction. One server at a time writes: the one that opened last.
 */
public final class Definitions implements View, AutoCloseable {
    /** The compacted topic with one partition. */
    public static final String TOPIC = "caudal-definitions";

    private static final Logger LOG = LoggerFactory.getLogger(Definitions.class);

    private final Map<String, String> clients;
    private final DefinitionLog log;
    private Optional<DefinitionWriter> writer = Optional.empty();
    private boolean fenced;
    private volatile Snapshot now;

    private Definitions(Map<String, String> clients, List<Kind<?>> kinds) {
        this.clients = clients;
        log = new DefinitionLog(clients);
        now = Snapshot.empty(kinds);
    }

    /**
     * Takes the definitions over from a server before, and reads them.
     *
     * @param clients what Kafka's clients need to reach the cluster, in which the topic is
     * @param kinds all kinds of definitions
     * @return to be closed by the caller
     * @throws KafkaException when the cluster does not answer
     */
    public static Definitions open(Map<String, String> clients, List<Kind<?>> kinds) {
        var definitions = new Definitions(clients, kinds);
        try {
            definitions.takeOver();
            return definitions;
        } catch (KafkaException e) {
            definitions.close();
            throw e;
        }
    }

    @Override
    public <T> Optional<Definition<T>> find(Kind<T> kind, String name) {
        return now.find(kind, name);
    }

    @Override
    public <T> List<Definition<T>> all(Kind<T> kind) {
        return now.all(kind);
    }

    @Override
    public boolean has(DefinitionId id) {
        return now.has(id);
    }

    @Override
    public List<DefinitionId> usersOf(DefinitionId id) {
        return now.usersOf(id);
    }

    /**
     * Saves one change.
     *
     * @param <T> its kind's values
     * @param change what shall be
     * @return what is there now; empty when it was deleted
     * @throws Refusal when it cannot be, and nothing has changed
     */
    public <T> Optional<Definition<T>> save(Change<T> change) {
        save(List.of(change));
        return find(change.kind(), change.name());
    }

    /**
     * Saves several changes, all or none.
     *
     * @param changes of different definitions, in any order
     * @throws Refusal when one of them cannot be, and nothing has changed
     */
    public synchronized void save(List<? extends Change<?>> changes) {
        if (writer.isEmpty()) {
            recover();
        }
        var planned = plan(changes);
        if (planned.isEmpty()) {
            return;
        }
        try {
            writer.orElseThrow().write(planned);
            now = now.with(planned);
        } catch (KafkaException e) {
            failed(e);
            recover();
            if (!isSaved(planned)) {
                throw unavailable(e);
            }
        }
    }

    /**
     * Says what would be saved, and saves nothing.
     *
     * @param changes of different definitions, in any order
     * @return what would be there of each, in the order of the changes; empty for one that goes
     * @throws Refusal when one of them cannot be
     */
    public List<Optional<Definition<?>>> dryRun(List<? extends Change<?>> changes) {
        var planned = plan(changes);
        return changes.stream()
                .map(change -> planned.getOrDefault(change.id(), now.find(change.id())))
                .toList();
    }

    /** Writes no more; what was saved stays. */
    @Override
    public synchronized void close() {
        writer.ifPresent(DefinitionWriter::close);
        writer = Optional.empty();
        log.close();
    }

    /** What would be different; a value that is there already changes nothing, not even the version. */
    private Map<DefinitionId, Optional<Definition<?>>> plan(List<? extends Change<?>> changes) {
        var before = now;
        var time = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var planned = new TreeMap<DefinitionId, Optional<Definition<?>>>();
        for (var change : changes) {
            var present = before.find(change.id());
            Conflict.check(change, present);
            var next = next(change, present, time);
            if (!next.equals(present) && planned.put(change.id(), next) != null) {
                throw Refusal.of(
                        ProblemCode.NAMED_TWICE,
                        "The %s is there twice.".formatted(change.id()),
                        "Leave one of the two out.");
            }
        }
        var after = before.with(planned);
        planned.forEach((id, next) ->
                next.ifPresentOrElse(definition -> definition.check(before, after), () -> requireUnused(id, after)));
        return planned;
    }

    private static <T> Optional<Definition<?>> next(Change<T> change, Optional<Definition<?>> present, Instant time) {
        if (change.value().isEmpty()) {
            return Optional.empty();
        }
        var value = change.value().get();
        if (present.filter(there -> there.value().equals(value)).isPresent()) {
            return present;
        }
        long version = present.map(Definition::version).orElse(0L) + 1;
        return Optional.of(new Definition<>(change.kind(), Names.check(change.name()), version, time, value));
    }

    private static void requireUnused(DefinitionId id, View after) {
        var users = new ArrayList<>(after.usersOf(id));
        if (!users.isEmpty()) {
            var names = Json.MAPPER.createArrayNode();
            users.forEach(user -> names.add(user.name()));
            throw Refusal.of(
                            ProblemCode.IN_USE,
                            "The %s is used by %s.".formatted(id, users.get(0))
                                    + (users.size() > 1 ? " And by %d more.".formatted(users.size() - 1) : ""),
                            "Delete what uses it first, or let it use another.")
                    .with("usedBy", names);
        }
    }

    /** Takes the topic over, and finds out what came of a change that failed. */
    private void recover() {
        if (fenced) {
            throw Refusal.of(
                    ProblemCode.FENCED,
                    "Another server writes the definitions now.",
                    "Use that one, and stop this one with 'caudal down'.");
        }
        try {
            takeOver();
        } catch (KafkaException e) {
            throw unavailable(e);
        }
    }

    private void takeOver() {
        writer = Optional.of(new DefinitionWriter(clients));
        try {
            now = now.withRecords(log.news());
        } catch (KafkaException e) {
            failed(e);
            throw e;
        }
    }

    private void failed(KafkaException e) {
        fenced = DefinitionWriter.isFenced(e);
        LOG.atError().addKeyValue("fenced", fenced).setCause(e).log("definitions could not be written");
        writer.ifPresent(DefinitionWriter::close);
        writer = Optional.empty();
    }

    private boolean isSaved(Map<DefinitionId, Optional<Definition<?>>> planned) {
        return planned.entrySet().stream()
                .allMatch(each -> now.find(each.getKey()).equals(each.getValue()));
    }

    private static Refusal unavailable(KafkaException e) {
        return Refusal.of(
                ProblemCode.KAFKA_UNAVAILABLE,
                "Kafka did not take the change: %s.".formatted(e.getMessage()),
                "Look with 'caudal status' whether the broker runs, and try again.");
    }
}
