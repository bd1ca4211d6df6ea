package dev.caudal.server.kafka;

import dev.caudal.server.definition.PlatformException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.TimeoutException;

/** Which Kafka listens somewhere. */
public final class KafkaCluster {
    private KafkaCluster() {}

    /**
     * Asks for the id of a cluster that wants no password.
     *
     * @param bootstrapServers where it is
     * @param remedy what to do when it does not answer
     * @return the id
     * @throws TimeoutException when it does not within 15 s
     */
    public static String id(String bootstrapServers, String remedy) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrapServers, "request.timeout.ms", 10_000, "default.api.timeout.ms", 15_000);
        try (var admin = Admin.create(settings)) {
            return admin.describeCluster().clusterId().get();
        } catch (ExecutionException e) {
            throw new TimeoutException("Kafka at %s does not answer. %s".formatted(bootstrapServers, remedy), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("Interrupted while asking Kafka at %s.".formatted(bootstrapServers), e);
        }
    }
}
