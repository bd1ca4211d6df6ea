package dev.caudal.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.internals.Topic;
import org.jspecify.annotations.Nullable;

/**
 * A topic to be created.
 *
 * @param name its name
 * @param partitions how many; null: what the broker makes of it
 * @param replication how many replicas of each; null: what the broker makes of it
 * @param assignments of each partition the brokers of its replicas, in place of the two numbers
 * @param configs its settings
 * @param validateOnly whether only to say if it could be created
 */
record V3NewTopic(
        @JsonProperty("topic_name") @Nullable String name,
        @JsonProperty("partitions_count") @Nullable Integer partitions,
        @JsonProperty("replication_factor") @Nullable Short replication,
        @JsonProperty("replicas_assignments") @Nullable Map<Integer, List<Integer>> assignments,
        @Nullable List<@Nullable Config> configs,
        @JsonProperty("validate_only") @Nullable Boolean validateOnly) {

    record Config(@Nullable String name, @Nullable String value) {}

    NewTopic toKafka() {
        var topic = V3Body.required(name, "topic_name");
        try {
            Topic.validate(topic);
        } catch (InvalidTopicException e) {
            throw V3Errors.payload("Invalid topic name. " + e.getMessage());
        }
        if (assignments != null && (partitions != null || replication != null)) {
            throw RestError.badRequest(
                    "replicas_assignments says how many partitions and replicas there are. Leave out partitions_count and"
                            + " replication_factor, or replicas_assignments.");
        }
        var created = assignments == null
                ? new NewTopic(topic, Optional.ofNullable(partitions), Optional.ofNullable(replication))
                : new NewTopic(topic, new TreeMap<>(assignments));
        return created.configs(settings());
    }

    boolean isOnlyValidated() {
        return Boolean.TRUE.equals(validateOnly);
    }

    private Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        for (var config : configs == null ? List.<Config>of() : V3Body.list(configs, "configs")) {
            settings.put(
                    V3Body.required(config.name(), "configs.name"), V3Body.required(config.value(), "configs.value"));
        }
        return settings;
    }
}
