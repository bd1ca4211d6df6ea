package dev.caudal.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What the cluster knows of its topics. Any thread may ask; answers come on threads for answers. */
final class Topics {
    private final Admin admin;
    private final Answers answers;

    Topics(Admin admin, Answers answers) {
        this.admin = admin;
        this.answers = answers;
    }

    CompletionStage<List<String>> names() {
        return answers.when(
                admin.listTopics().names(), names -> names.stream().sorted().toList());
    }

    CompletionStage<List<Integer>> brokers() {
        return answers.when(
                admin.describeCluster().nodes(),
                nodes -> nodes.stream().map(Node::id).sorted().toList());
    }

    /** The settings of a topic that have a value the proxy may show. */
    CompletionStage<Map<String, String>> settings(String topic) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return answers.when(admin.describeConfigs(List.of(resource)).all(), found -> {
            var settings = new TreeMap<String, String>();
            found.values().stream()
                    .flatMap(config -> config.entries().stream())
                    .filter(entry -> entry.value() != null)
                    .forEach(entry -> settings.put(entry.name(), entry.value()));
            return settings;
        });
    }

    /** A topic's partitions; empty when there is no such topic, or can be none of that name. */
    CompletionStage<Optional<TopicDescription>> find(String topic) {
        var found = admin.describeTopics(List.of(topic)).topicNameValues().get(topic);
        if (found == null) {
            throw RestError.topicNotFound();
        }
        return answers.when(found, Optional::of).exceptionally(error -> {
            var cause = KafkaErrors.cause(error);
            if (cause instanceof UnknownTopicOrPartitionException || cause instanceof InvalidTopicException) {
                return Optional.empty();
            }
            throw KafkaErrors.of(cause);
        });
    }

    /** A topic's partitions; fails as the API does when there is none. */
    CompletionStage<TopicDescription> describe(String topic) {
        return find(topic).thenApply(found -> found.orElseThrow(RestError::topicNotFound));
    }
}
