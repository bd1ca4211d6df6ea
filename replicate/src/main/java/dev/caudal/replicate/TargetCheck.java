package dev.caudal.replicate;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;

/**
 * Asks a secured target cluster whether it lets the task's clients in, before Connect takes the settings over: later
 * Connect's own clients would be refused first, and would not say by which setting. A target that is away is no error.
 */
final class TargetCheck {

    /** A validation has someone waiting for it. */
    private static final int PATIENCE_MS = 5_000;

    private final ReplicationConfig config;

    TargetCheck(ReplicationConfig config) {
        this.config = config;
    }

    /** Why the target would refuse the task; blocks for at most 5 s. */
    Optional<TargetRefusal> refusal() {
        if (!isSecured()) {
            return Optional.empty();
        }
        try (Admin admin = new TargetClients(config)
                .admin(Map.of(
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS,
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS))) {
            admin.describeCluster().clusterId().get();
            return Optional.empty();
        } catch (ExecutionException e) {
            return TargetRefusal.of(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (KafkaException e) {
            return isUnresolved(e) ? Optional.empty() : Optional.of(TargetRefusal.settings(e));
        }
    }

    private boolean isSecured() {
        Object protocol = config.targetClient().get(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG);
        return protocol != null && !protocol.equals(CommonClientConfigs.DEFAULT_SECURITY_PROTOCOL);
    }

    /** The name service may not know the target for the moment. */
    private static boolean isUnresolved(KafkaException e) {
        return e.getCause() instanceof ConfigException cause
                && String.valueOf(cause.getMessage()).contains("resolvable");
    }
}
