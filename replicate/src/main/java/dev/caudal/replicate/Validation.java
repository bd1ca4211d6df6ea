package dev.caudal.replicate;

import dev.caudal.core.TableId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.internals.Topic;

/** Finds in a connector's settings, beyond what each allows by itself, what would not work or would break delivery. */
final class Validation {

    private static final String BYPASSED =
            "Rows of this connector do not pass through the worker, so this setting would be ignored. Remove it.";
    private static final List<String> BYPASSED_NAMES =
            List.of("transforms", "predicates", "key.converter", "value.converter", "header.converter");
    private static final List<String> BYPASSED_PREFIXES = List.of(
            "transforms.",
            "predicates.",
            "key.converter.",
            "value.converter.",
            "header.converter.",
            "errors.",
            "topic.creation.",
            "transaction.boundary");
    private static final List<String> OVERRIDES =
            List.of("producer.override.", "consumer.override.", "admin.override.");
    private static final String SERVERS = "bootstrap.servers";

    private final Config config;

    Validation(Config config) {
        this.config = config;
    }

    Config of(Map<String, String> given) {
        given.forEach(this::refuseBypassed);
        given.forEach(this::refuseFixed);
        compareOverrides(given);
        if (!"1".equals(given.getOrDefault("tasks.max", "1"))) {
            error("tasks.max", "A replication task is one task; set tasks.max to 1.");
        }
        requireExactlyOnce(given);
        checkTask(given);
        return config;
    }

    private void refuseBypassed(String name, String value) {
        boolean bypassed =
                BYPASSED_NAMES.contains(name) || BYPASSED_PREFIXES.stream().anyMatch(name::startsWith);
        if (bypassed) {
            error(name, BYPASSED);
        }
    }

    private void refuseFixed(String name, String value) {
        for (String fixed : TargetClients.FIXED) {
            boolean set = name.equals(Setting.TARGET_PREFIX + fixed)
                    || OVERRIDES.stream().anyMatch(prefix -> name.equals(prefix + fixed));
            if (set) {
                error(name, "Exactly-once delivery sets " + fixed + " itself. Remove it.");
            }
        }
    }

    /** Where one client of the worker is sent to another cluster, all must be sent to the target. */
    private void compareOverrides(Map<String, String> given) {
        if (OVERRIDES.stream().noneMatch(prefix -> given.containsKey(prefix + SERVERS))) {
            return;
        }
        String target = given.get(Setting.TARGET_SERVERS);
        for (String prefix : OVERRIDES) {
            if (!Objects.equals(given.get(prefix + SERVERS), target)) {
                error(
                        prefix + SERVERS,
                        "Must be the target's bootstrap servers, '" + target
                                + "': positions are kept in the target cluster.");
            }
            given.forEach((name, value) -> compareSecurity(given, prefix, name, value));
        }
    }

    private void compareSecurity(Map<String, String> given, String prefix, String name, String value) {
        boolean security = name.startsWith(Setting.TARGET_PREFIX + "security.")
                || name.startsWith(Setting.TARGET_PREFIX + "sasl.")
                || name.startsWith(Setting.TARGET_PREFIX + "ssl.");
        String override = prefix + name.substring(security ? Setting.TARGET_PREFIX.length() : 0);
        if (security && !value.equals(given.get(override))) {
            error(override, "Must be the same as " + name + ": positions are kept in the target cluster.");
        }
    }

    /** Two settings of Connect itself, which the connector must not define again: that would hide Connect's own checks. */
    private void requireExactlyOnce(Map<String, String> given) {
        if (!"required".equals(given.get(Setting.EXACTLY_ONCE))) {
            error(
                    Setting.EXACTLY_ONCE,
                    "Must be 'required', so that a worker without exactly-once support refuses the task.");
        }
        if (given.getOrDefault(Setting.OFFSETS_TOPIC, "").isBlank()) {
            error(
                    Setting.OFFSETS_TOPIC,
                    "Name a topic of the target cluster that is not the worker's own, for example caudal-offsets:"
                            + " rows and positions are written in one transaction.");
        }
    }

    private void checkTask(Map<String, String> given) {
        if (!isFaultless()) {
            return;
        }
        try {
            ReplicationConfig parsed = new ReplicationConfig(given);
            parsed.source().tables().forEach(table -> checkTopic(parsed, table));
            checkExceptionsTopic(parsed);
            checkMeetings(parsed);
            if (!parsed.source().fullLoad() && !parsed.source().applyChanges()) {
                error(Setting.APPLY_CHANGES, "Choose full.load, apply.changes, or both.");
            }
            if (isFaultless()) {
                new TargetCheck(parsed).refusal().ifPresent(refusal -> error(refusal.setting(), refusal.text()));
            }
        } catch (ConfigException e) {
            String text = String.valueOf(e.getMessage());
            error(
                    Stream.of(Setting.TABLE_RULES, Setting.TABLE_SETTINGS)
                            .filter(text::contains)
                            .findFirst()
                            .orElse(Setting.TABLES),
                    text);
        }
    }

    private void checkExceptionsTopic(ReplicationConfig parsed) {
        try {
            Topic.validate(parsed.exceptionsTopic());
        } catch (InvalidTopicException e) {
            error(Setting.EXCEPTIONS_TOPIC, e.getMessage() + " Choose another topic.");
        }
    }

    private void checkTopic(ReplicationConfig parsed, TableId table) {
        try {
            Topic.validate(parsed.topic(table));
        } catch (InvalidTopicException e) {
            boolean own = parsed.table(table).topic().isPresent();
            error(
                    own ? Setting.TABLE_SETTINGS : Setting.TOPIC,
                    e.getMessage() + " Choose another " + (own ? "topic for " + table : "pattern") + ".");
        }
    }

    /** Tables share a topic where the pattern says so, not because their names are spelled otherwise in it. */
    private void checkMeetings(ReplicationConfig parsed) {
        Map<String, TableId> first = new HashMap<>();
        for (TableId table : parsed.source().tables()) {
            TableId other = first.putIfAbsent(parsed.topic(table), table);
            if (other != null && !parsed.spelledTopic(other).equals(parsed.spelledTopic(table))) {
                boolean renamed = parsed.isRenamed(table) || parsed.isRenamed(other);
                error(
                        renamed ? Setting.TABLE_RULES : Setting.TABLE_SETTINGS,
                        "The tables " + other + " and " + table + " would both go to the topic " + parsed.topic(table)
                                + (renamed
                                        ? ", as rules rename them. Correct the rules, or give"
                                        : ", as Kafka does not allow the names as they are. Give")
                                + " one a topic of its own.");
            }
        }
    }

    private boolean isFaultless() {
        return config.configValues().stream()
                .allMatch(value -> value.errorMessages().isEmpty());
    }

    private void error(String name, String reason) {
        String message = "Setting " + name + ": " + reason;
        Optional<ConfigValue> known = config.configValues().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst();
        if (known.isPresent()) {
            known.get().addErrorMessage(message);
            return;
        }
        List<String> messages = new ArrayList<>(List.of(message));
        // Connect converts a value by its own type of the setting, so none is given back.
        config.configValues().add(new ConfigValue(name, null, List.of(), messages));
    }
}
