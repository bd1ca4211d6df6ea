package dev.caudal.rest;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigsOptions;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.DescribeConfigsOptions;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;

/** The settings of topics and brokers. */
final class V3Configs {
    private final V3Kafka kafka;

    V3Configs(V3Kafka kafka) {
        this.kafka = kafka;
    }

    /** The settings of a thing, in the order of their names. */
    CompletionStage<List<ConfigEntry>> entries(ConfigResource of) {
        return entries(List.of(of)).thenApply(found -> found.getOrDefault(of, List.of()));
    }

    /** The settings of several things, each in the order of their names. */
    CompletionStage<Map<ConfigResource, List<ConfigEntry>>> entries(Collection<ConfigResource> of) {
        var options = kafka.inTime(new DescribeConfigsOptions().includeSynonyms(true));
        return kafka.when(
                kafka.admin().describeConfigs(of, options).all(),
                found -> found.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                each -> each.getValue().entries().stream()
                                        .sorted(Comparator.comparing(ConfigEntry::name))
                                        .toList())));
    }

    /** A setting; fails with 404 when there is none of this name. */
    CompletionStage<ConfigEntry> entry(ConfigResource of, String name) {
        return entries(of)
                .thenApply(found -> found.stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> unknown(of, Set.of(name))));
    }

    /** Changes settings that exist: all of them, or none. */
    CompletionStage<Void> alter(ConfigResource of, List<AlterConfigOp> operations, boolean onlyValidate) {
        var unknown = operations.stream().map(V3Alteration::name).collect(Collectors.toSet());
        return entries(of).thenCompose(known -> {
            known.forEach(entry -> unknown.remove(entry.name()));
            if (!unknown.isEmpty()) {
                throw unknown(of, unknown);
            }
            return change(of, operations, onlyValidate);
        });
    }

    /** Changes settings, whether or not Kafka knows them: all of them, or none. */
    CompletionStage<Void> change(ConfigResource of, List<AlterConfigOp> operations, boolean onlyValidate) {
        var options = kafka.inTime(new AlterConfigsOptions().validateOnly(onlyValidate));
        return kafka.ask(kafka.admin()
                .incrementalAlterConfigs(Map.of(of, List.copyOf(operations)), options)
                .all());
    }

    static ConfigResource topic(String name) {
        return new ConfigResource(ConfigResource.Type.TOPIC, name);
    }

    static ConfigResource broker(int id) {
        return new ConfigResource(ConfigResource.Type.BROKER, String.valueOf(id));
    }

    /** What holds for all brokers that have no setting of their own. */
    static ConfigResource allBrokers() {
        return new ConfigResource(ConfigResource.Type.BROKER, "");
    }

    /** Adds a setting's value and where it comes from. */
    static V3Entity describe(V3Entity entity, ConfigEntry config) {
        return entity.with("name", config.name())
                .with("value", config.value())
                .with("is_default", config.isDefault())
                .with("is_read_only", config.isReadOnly())
                .with("is_sensitive", config.isSensitive())
                .with("source", config.source().name())
                .with(
                        "synonyms",
                        config.synonyms().stream().map(V3Configs::synonym).toList());
    }

    private static Synonym synonym(ConfigEntry.ConfigSynonym synonym) {
        return new Synonym(synonym.name(), synonym.value(), synonym.source().name());
    }

    record Synonym(String name, @Nullable String value, String source) {}

    private static RestError unknown(ConfigResource of, Set<String> names) {
        return V3Errors.notFound(
                "Config %s cannot be found for %s %s.".formatted(String.join(", ", names), of.type(), of.name()));
    }
}
