package dev.caudal.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.jspecify.annotations.Nullable;

/** What shall become of the settings of one thing: all of it, or nothing. */
record V3Alteration(
        @Nullable List<@Nullable Change> data,
        @JsonProperty("validate_only") @Nullable Boolean validateOnly) {

    /** What shall become of one setting: SET, unless it says DELETE, which restores what holds without it. */
    record Change(
            @Nullable String name,
            @Nullable String value,
            @Nullable String operation) {

        AlterConfigOp toKafka() {
            var setting = V3Body.required(name, "name");
            var what = Optional.ofNullable(operation).orElse("SET").toUpperCase(Locale.ROOT);
            return switch (what) {
                case "SET" -> set(setting, V3Body.required(value, "The value of " + setting));
                case "DELETE" -> delete(setting);
                default ->
                    throw RestError.badRequest(
                            "The operation of %s must be SET or DELETE (was %s).".formatted(setting, operation));
            };
        }
    }

    /** The value of one setting. */
    record Value(@Nullable String value) {

        AlterConfigOp of(String setting) {
            return set(setting, V3Body.required(value, "value"));
        }
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }

    static AlterConfigOp delete(String name) {
        return new AlterConfigOp(new ConfigEntry(name, null), AlterConfigOp.OpType.DELETE);
    }

    List<AlterConfigOp> toKafka() {
        return operations(data);
    }

    boolean isOnlyValidated() {
        return Boolean.TRUE.equals(validateOnly);
    }

    /** Changes of different settings. */
    static List<AlterConfigOp> operations(@Nullable List<@Nullable Change> data) {
        var operations = V3Body.list(data, "data").stream().map(Change::toKafka).toList();
        if (Set.copyOf(operations.stream().map(V3Alteration::name).toList()).size() < operations.size()) {
            throw RestError.badRequest("A setting is named more than once.");
        }
        return operations;
    }

    static String name(AlterConfigOp operation) {
        return operation.configEntry().name();
    }
}
