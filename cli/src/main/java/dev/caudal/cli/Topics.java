package dev.caudal.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Looking topics up, with an error that names the topic. */
final class Topics {
    private Topics() {}

    /** A topic that must be there. */
    static TopicDescription describe(Admin admin, KafkaOptions kafka, String topic) throws InterruptedException {
        try {
            var all = kafka.await(admin.describeTopics(List.of(topic)).allTopicNames());
            return all.values().iterator().next();
        } catch (UnknownTopicOrPartitionException e) {
            throw unknown(topic, kafka, e);
        }
    }

    /** The partitions of a topic that must be there. */
    static List<TopicPartition> partitions(KafkaOptions kafka, String topic) throws InterruptedException {
        try (var admin = kafka.admin()) {
            return describe(admin, kafka, topic).partitions().stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
        }
    }

    static CommandFailure unknown(String topic, KafkaOptions kafka, Exception cause) {
        return new CommandFailure(
                ExitCode.NOT_FOUND,
                "There is no topic %s at %s. 'caudal topic list' shows those there are."
                        .formatted(topic, kafka.servers()),
                cause);
    }

    /** What differs from the broker's defaults, by key. */
    static Map<String, String> settings(Admin admin, KafkaOptions kafka, String topic) throws InterruptedException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var settings = new TreeMap<String, String>();
        var all = kafka.await(admin.describeConfigs(List.of(resource)).all());
        Objects.requireNonNull(all.get(resource)).entries().stream()
                .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .forEach(entry -> settings.put(entry.name(), entry.value()));
        return settings;
    }
}
