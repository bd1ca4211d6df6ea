package dev.caudal.cluster;

import dev.caudal.local.LocalServerException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;

/** Questions and orders to a cluster's brokers. */
final class ClusterAdmin implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;
    private static final int ITERATIONS = 10_000;
    private static final int SYNC_SECONDS = 120;
    private static final int PAUSE_MILLIS = 100;

    private final Admin admin;

    ClusterAdmin(Definition cluster, NodeTls tls) {
        this(settings(cluster, tls));
    }

    /** One that reaches the brokers by settings of a client. */
    ClusterAdmin(Map<String, Object> settings) {
        admin = Admin.create(settings);
    }

    /** What an admin client of a cluster needs. */
    static Map<String, Object> settings(Definition cluster, NodeTls tls) {
        var settings = new HashMap<String, Object>(tls.client(cluster));
        settings.put(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                cluster.nodes().stream()
                        .limit(3)
                        .map(node -> node.at(dev.caudal.cluster.Node.REPLICATION_PORT))
                        .collect(Collectors.joining(",")));
        return settings;
    }

    /** Throws when one of these brokers holds partitions. */
    void requireEmpty(List<Integer> brokers) {
        var topics = topics();
        for (int broker : brokers) {
            var held = topics.values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .filter(partition ->
                                    partition.replicas().stream().map(Node::id).anyMatch(id -> id == broker))
                            .map(partition -> topic.name() + "-" + partition.partition()))
                    .sorted()
                    .toList();
            if (!held.isEmpty()) {
                throw ApiError.badRequest(
                        "targetNumberOfBrokerNodes",
                        "Broker %d holds partitions, %d in all, as %s. Move them to other brokers first, by kafka-reassign-partitions."
                                .formatted(broker, held.size(), held.get(0)));
            }
        }
    }

    /** Forgets those of these brokers that are known; they have ended for good. */
    void unregister(List<Integer> brokers) {
        var known =
                await(admin.describeCluster(new DescribeClusterOptions().includeFencedBrokers(true))
                                .nodes())
                        .stream()
                        .map(Node::id)
                        .toList();
        brokers.stream()
                .filter(known::contains)
                .forEach(broker -> await(admin.unregisterBroker(broker).all()));
    }

    /** Returns when each partition has all its replicas in sync. */
    void awaitInSync() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SYNC_SECONDS);
        Optional<String> behind = behind();
        while (behind.isPresent()) {
            if (System.nanoTime() - end > 0) {
                throw new LocalServerException("The partition %s has not all its replicas in sync after %d s."
                        .formatted(behind.get(), SYNC_SECONDS));
            }
            pause();
            behind = behind();
        }
    }

    private Optional<String> behind() {
        return topics().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .filter(partition ->
                                partition.isr().size() < partition.replicas().size())
                        .map(partition -> topic.name() + "-" + partition.partition()))
                .findFirst();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalServerException("Interrupted while replicas came into sync.", e);
        }
    }

    /** Sets settings of one broker. */
    void configure(int broker, Map<String, String> settings) {
        var resource = new ConfigResource(ConfigResource.Type.BROKER, Integer.toString(broker));
        var changes = settings.entrySet().stream()
                .map(each ->
                        new AlterConfigOp(new ConfigEntry(each.getKey(), each.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        await(admin.incrementalAlterConfigs(Map.of(resource, changes)).all());
    }

    /** Makes a user of SASL/SCRAM known, or gives one another password. */
    void putUser(ScramUser user) {
        await(admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                        user.name(),
                        new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS),
                        user.password())))
                .all());
    }

    /** Forgets a user of SASL/SCRAM, who may be unknown. */
    void removeUser(String name) {
        var known = await(admin.describeUserScramCredentials().users());
        if (known.contains(name)) {
            await(admin.alterUserScramCredentials(
                            List.of(new UserScramCredentialDeletion(name, ScramMechanism.SCRAM_SHA_512)))
                    .all());
        }
    }

    @Override
    public void close() {
        admin.close();
    }

    private Map<String, TopicDescription> topics() {
        Set<String> names = await(
                admin.listTopics(new ListTopicsOptions().listInternal(true)).names());
        return await(admin.describeTopics(names, new DescribeTopicsOptions()).allTopicNames());
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new LocalServerException("The cluster's brokers did not answer: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalServerException("Interrupted while the cluster's brokers were asked.", e);
        }
    }
}
