package dev.caudal.server;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics that a platform needs before its first task. */
public final class PlatformTopics {
    /** The topic that holds the positions of replication tasks. */
    public static final String OFFSETS = "caudal-offsets";

    private static final int PARTITIONS = 5;

    private PlatformTopics() {}

    /** Creates what is missing. */
    static void ensure(String bootstrapServers) {
        var offsets = new NewTopic(OFFSETS, PARTITIONS, (short) 1).configs(Map.of("cleanup.policy", "compact"));
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(offsets)).all().get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw failed(e);
            }
        } catch (TimeoutException e) {
            throw failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(e);
        }
    }

    private static PlatformException failed(Exception cause) {
        return new PlatformException("Cannot create the topic %s: %s.".formatted(OFFSETS, cause), cause);
    }
}
