package dev.caudal.server.kafka;

import dev.caudal.server.definition.Definitions;
import dev.caudal.server.definition.PlatformException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics that a platform needs before its first task. */
public final class PlatformTopics {
    /** The topic that holds the positions of replication tasks. */
    public static final String OFFSETS = "caudal-offsets";

    /** The topic in which tasks say how they are. */
    public static final String STATISTICS = "caudal-statistics";

    /** The topic in which tasks say what happened. */
    public static final String EVENTS = "caudal-events";

    /** The topic of the tasks' logs. */
    public static final String LOG = "caudal-log";

    private static final int PARTITIONS = 5;

    private PlatformTopics() {}

    /**
     * Creates what is missing.
     *
     * @param bootstrapServers the cluster
     */
    public static void ensure(String bootstrapServers) {
        var compacted = Map.of("cleanup.policy", "compact");
        var topics = List.of(
                new NewTopic(OFFSETS, PARTITIONS, (short) 1).configs(compacted),
                new NewTopic(Definitions.TOPIC, 1, (short) 1).configs(compacted));
        create(bootstrapServers, topics);
    }

    /**
     * Creates topics; those that are there stay as they are.
     *
     * @param bootstrapServers the cluster
     * @param topics what it shall have
     * @throws PlatformException when it does not answer, or refuses one
     */
    public static void create(String bootstrapServers, List<NewTopic> topics) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            for (var created : admin.createTopics(topics).values().entrySet()) {
                await(created.getKey(), created.getValue());
            }
        }
    }

    private static void await(String topic, KafkaFuture<Void> created) {
        try {
            created.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw failed(topic, e);
            }
        } catch (TimeoutException e) {
            throw failed(topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(topic, e);
        }
    }

    private static PlatformException failed(String topic, Exception cause) {
        return new PlatformException("Cannot create the topic %s: %s.".formatted(topic, cause), cause);
    }
}
