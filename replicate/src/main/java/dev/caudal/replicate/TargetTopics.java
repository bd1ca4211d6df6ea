package dev.caudal.replicate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.connect.errors.ConnectException;

/** What a task needs to find in the target cluster before it sends, and makes where it may. */
final class TargetTopics {

    /** A controller takes at most 10,000 records for one request: one a topic, and one a partition. */
    private static final int TOPICS_AT_ONCE = 100;

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
        Set<String> missing = new TreeSet<>(data);
        List.of(config.eventsTopic(), config.statisticsTopic()).stream()
                .filter(topic -> !topic.isEmpty())
                .forEach(missing::add);
        missing.removeAll(describe(missing).keySet());
        create(missing.stream()
                .map(topic -> newTopic(topic, data.contains(topic) ? config.topicPartitions() : 1))
                .toList());
        Map<String, Integer> partitions = new HashMap<>();
        described(data)
                .forEach((topic, description) ->
                        partitions.put(topic, description.partitions().size()));
        return partitions;
    }

    /** Creates a topic where it is missing, and waits until it is known; returns how many partitions it has. */
    int ensure(String topic, int partitions) throws InterruptedException {
        if (describe(Set.of(topic)).isEmpty()) {
            create(List.of(newTopic(topic, partitions)));
        }
        return described(topic).partitions().size();
    }

    private NewTopic newTopic(String name, int partitions) {
        short replication = config.topicReplication();
        return new NewTopic(
                name, Optional.of(partitions), replication < 1 ? Optional.empty() : Optional.of(replication));
    }

    /** Many in one request, since a task may have a topic for each of thousands of tables. */
    private void create(List<NewTopic> topics) throws InterruptedException {
        for (int from = 0; from < topics.size(); from += TOPICS_AT_ONCE) {
            createAtOnce(topics.subList(from, Math.min(topics.size(), from + TOPICS_AT_ONCE)));
        }
    }

    private void createAtOnce(List<NewTopic> topics) throws InterruptedException {
        for (Map.Entry<String, KafkaFuture<Void>> each :
                admin.createTopics(topics).values().entrySet()) {
            try {
                each.getValue().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw failed("Cannot create the topic " + each.getKey(), e);
                }
            }
        }
    }

    /** The topic's number and partitions; waits until a new topic is known everywhere. */
    TopicDescription described(String topic) throws InterruptedException {
        return Objects.requireNonNull(described(Set.of(topic)).get(topic));
    }

    private Map<String, TopicDescription> described(Set<String> topics) throws InterruptedException {
        Map<String, TopicDescription> found = new HashMap<>();
        Set<String> missing = new TreeSet<>(topics);
        for (int attempt = 0; attempt < 50 && !missing.isEmpty(); attempt++) {
            if (attempt > 0) {
                Thread.sleep(100);
            }
            found.putAll(describe(missing));
            missing.removeAll(found.keySet());
        }
        if (!missing.isEmpty()) {
            throw new ConnectException("The topic " + missing.iterator().next()
                    + " is not in the target cluster. Create it, or allow the task to.");
        }
        return found;
    }

    /** Those of the topics that are there. */
    private Map<String, TopicDescription> describe(Set<String> topics) throws InterruptedException {
        Map<String, TopicDescription> found = new HashMap<>();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> each :
                admin.describeTopics(topics).topicNameValues().entrySet()) {
            try {
                found.put(each.getKey(), each.getValue().get());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw failed("Cannot describe the topic " + each.getKey(), e);
                }
            }
        }
        return found;
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
