package dev.caudal.cluster;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicCollection;
import org.apache.kafka.common.config.ConfigResource;

/** Questions and orders about the topics of one cluster; errors are those of MSK. */
final class TopicAdmin implements AutoCloseable {
    private final Admin admin;

    TopicAdmin(Map<String, Object> settings) {
        admin = Admin.create(settings);
    }

    void create(String name, int partitions, int replicas, Map<String, String> configs) {
        var topic = new NewTopic(name, Optional.of(partitions), Optional.of((short) replicas)).configs(configs);
        TopicErrors.await(admin.createTopics(List.of(topic)).all());
    }

    /** The topics whose names begin with a prefix, by name, without Kafka's own. */
    Collection<TopicDescription> list(String prefix) {
        var names = TopicErrors.await(admin.listTopics().names()).stream()
                .filter(name -> name.startsWith(prefix))
                .toList();
        return new TreeMap<>(TopicErrors.await(admin.describeTopics(TopicCollection.ofTopicNames(names))
                        .allTopicNames()))
                .values();
    }

    TopicDescription describe(String name) {
        var future = admin.describeTopics(TopicCollection.ofTopicNames(List.of(name)))
                .topicNameValues()
                .get(name);
        if (future == null) {
            throw new IllegalStateException("no answer for " + name);
        }
        try {
            return TopicErrors.await(future);
        } catch (ApiError e) {
            throw e.status() == 404 ? ApiError.notFound("topicName", "There is no topic %s.".formatted(name)) : e;
        }
    }

    /** The settings that the topic has of its own. */
    Map<String, String> configs(String name) {
        var resource = resource(name);
        var all = new TreeMap<String, String>();
        TopicErrors.await(admin.describeConfigs(List.of(resource)).all()).values().stream()
                .flatMap(config -> config.entries().stream())
                .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .forEach(entry -> all.put(entry.name(), String.valueOf(entry.value())));
        return all;
    }

    void grow(String name, int partitions) {
        TopicErrors.await(admin.createPartitions(Map.of(name, NewPartitions.increaseTo(partitions)))
                .all());
    }

    void configure(String name, Map<String, String> configs) {
        var changes = configs.entrySet().stream()
                .map(each ->
                        new AlterConfigOp(new ConfigEntry(each.getKey(), each.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        TopicErrors.await(
                admin.incrementalAlterConfigs(Map.of(resource(name), changes)).all());
    }

    void delete(String name) {
        TopicErrors.await(
                admin.deleteTopics(TopicCollection.ofTopicNames(List.of(name))).all());
    }

    @Override
    public void close() {
        admin.close();
    }

    private static ConfigResource resource(String name) {
        return new ConfigResource(ConfigResource.Type.TOPIC, name);
    }
}
