package dev.caudal.server.task;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.replicate.ReplicationConnector;
import dev.caudal.server.definition.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;

/** Which settings of the connector a task may have itself, checked by the connector's own definition. */
final class SettingRules {
    private static final ConfigDef DEFINITION = new ReplicationConnector().config();
    private static final String SERVER_ID = "source.server.id";
    private static final String SOURCE = "source.";
    private static final String TARGET = "target.";

    /** Made from the rest of the definition, or the platform's own. */
    private static final Set<String> MADE = Set.of(
            "tables",
            "table.settings",
            "table.rules",
            "full.load",
            "apply.changes",
            "connect.group.id",
            "offsets.storage.topic",
            "events.topic",
            "statistics.topic",
            "log.topic");

    private static final Set<String> ENDPOINT = Set.of("bootstrap.servers", "security.", "sasl.", "ssl.");

    /** As Kafka Connect reads it: a provider, a path, a key. */
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^}]*:");

    private SettingRules() {}

    /** Refuses a setting that is unknown, wrong, or not the task's. */
    static void check(Map<String, String> settings) {
        settings.keySet().forEach(SettingRules::requireOwn);
        settings.forEach(SettingRules::requirePlain);
        for (var value : DEFINITION.validate(new HashMap<>(settings))) {
            if (settings.containsKey(value.name()) && !value.errorMessages().isEmpty()) {
                throw Refusal.invalid(
                        "settings." + value.name(),
                        value.errorMessages().get(0),
                        "See the reference of the connector's settings for what is allowed.");
            }
        }
    }

    /** As of a setting: what is said of tables goes into the configuration of the connector, too. */
    static void check(String field, JsonNode value) {
        if (REFERENCE.matcher(value.toString()).find()) {
            throw Refusal.invalid(
                    field,
                    "What is said of tables has a reference to a secret, ${provider:…}.",
                    "Write the value itself; what is secret belongs to an endpoint.");
        }
    }

    private static void requireOwn(String name) {
        if (name.startsWith(SOURCE) && !name.equals(SERVER_ID)) {
            throw notOwn(name, "it is the source endpoint's", "Change the endpoint.");
        }
        if (name.startsWith(TARGET)) {
            if (ENDPOINT.stream().anyMatch(name.substring(TARGET.length())::startsWith)) {
                throw notOwn(name, "it is the target endpoint's", "Change the endpoint.");
            }
            return;
        }
        if (MADE.contains(name) || name.startsWith("reports.")) {
            throw notOwn(name, "it is made from the rest of the task, or belongs to the platform", "Leave it out.");
        }
        if (!DEFINITION.names().contains(name)) {
            throw notOwn(
                    name,
                    "the replication connector has no setting of that name",
                    "See the reference of the connector's settings.");
        }
    }

    /** Kafka Connect would put in the place of a reference what a task may not see, as the password of an endpoint. */
    private static void requirePlain(String name, String value) {
        if (REFERENCE.matcher(value).find()) {
            throw Refusal.invalid(
                    "settings." + name,
                    "The setting '%s' is '%s', which has a reference to a secret.".formatted(name, value),
                    "Write the value itself; what is secret belongs to an endpoint.");
        }
    }

    private static Refusal notOwn(String name, String why, String remedy) {
        return Refusal.invalid(
                "settings." + name, "The setting '%s' cannot be the task's: %s.".formatted(name, why), remedy);
    }
}
