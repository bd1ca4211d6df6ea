package dev.caudal.replicate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.connect.errors.ConnectException;

/** What a task needs to find in the target cluster before it sends, and makes where it may. */
final class TargetTopics {

    private final ReplicationConfig config;
    private final Admin admin;

    TargetTopics(ReplicationConfig config, Admin admin) {
        this.config = config;
        this.admin = admin;
    }

    /** Creates the topics that are missing; returns the number of partitions of each topic of rows. */
    Map<String, Integer> ensure() throws InterruptedException {
        Set<String> data = new TreeSet<>();
        config.source().tables().forEach(table -> data.add(config.topic(table)));
        List<NewTopic> missing = new ArrayList<>();
        for (String topic : data) {
            if (describe(topic).isEmpty()) {
                missing.add(newTopic(topic, config.topicPartitions()));
            }
        }
        for (String topic : List.of(config.eventsTopic(), config.statisticsTopic())) {
            if (!topic.isEmpty() && describe(topic).isEmpty()) {
                missing.add(newTopic(topic, 1));
            }
        }
        create(missing);
        Map<String, Integer> partitions = new HashMap<>();
        for (String topic : data) {
            partitions.put(topic, described(topic).partitions().size());
        }
        return partitions;
    }

    private NewTopic newTopic(String name, int partitions) {
        short replication = config.topicReplication();
        return new NewTopic(
                name, Optional.of(partitions), replication < 1 ? Optional.empty() : Optional.of(replication));
    }

    private void create(List<NewTopic> missing) throws InterruptedException {
        for (NewTopic topic : missing) {
            try {
                admin.createTopics(List.of(topic)).all().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw failed("Cannot create the topic " + topic.name(), e);
                }
            }
        }
    }

    /** The topic's number and partitions; waits until a new topic is known everywhere. */
    TopicDescription described(String topic) throws InterruptedException {
        for (int attempt = 0; attempt < 50; attempt++) {
            Optional<TopicDescription> found = describe(topic);
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(100);
        }
        throw new ConnectException(
                "The topic " + topic + " is not in the target cluster. Create it, or allow the task to.");
    }

    private Optional<TopicDescription> describe(String topic) throws InterruptedException {
        try {
            return Optional.ofNullable(
                    admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw failed("Cannot describe the topic " + topic, e);
        }
    }

    /** The number of the offsets topic, which no other topic ever has. */
    Uuid offsetsTopicId() throws InterruptedException {
        return described(config.offsetsTopic()).topicId();
    }

    /**
     * Refuses a worker that does not deliver exactly once, or has another group id: Connect itself has opened the
     * transactional id of this task before it started the task, so the target cluster must know it.
     */
    void requireFencedByConnect() throws InterruptedException {
        String id = config.transactionalId();
        try {
            admin.describeTransactions(List.of(id)).description(id).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TransactionalIdNotFoundException) {
                throw new ConnectException("The target cluster does not know the transactional id '" + id
                        + "', which an exactly-once worker opens before it starts this task. Either the worker runs without"
                        + " exactly.once.source.support=enabled (a standalone worker always does), or its group.id is not '"
                        + config.groupId() + "' (" + Setting.GROUP_ID
                        + "), or its producer.override.bootstrap.servers are not "
                        + Setting.TARGET_SERVERS + ".");
            }
            throw failed("Cannot describe the transactional id " + id, e);
        }
    }

    private static RuntimeException failed(String what, ExecutionException e) {
        Throwable cause = e.getCause();
        String message = what + " in the target cluster: "
                + TargetRefusal.of(e)
                        .map(TargetRefusal::text)
                        .orElseGet(() -> String.valueOf((cause == null ? e : cause).getMessage()));
        return Retries.isOutage(e)
                ? new org.apache.kafka.connect.errors.RetriableException(message, cause)
                : new ConnectException(message, cause);
    }
}
