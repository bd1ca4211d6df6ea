package dev.caudal.replicate;

import dev.caudal.mysql.TaskState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ConnectorTransactionBoundaries;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;

/**
 * Replicates tables of MySQL or MariaDB into Kafka as {@code atMSG} messages, exactly once. One connector is one
 * replication task; it runs in any distributed worker of Kafka Connect 3.3 or later with
 * {@code exactly.once.source.support=enabled}.
 */
public final class ReplicationConnector extends SourceConnector {

    /** Seen with Kafka Connect 4.3.1: such a request hangs for 90 s, and a thread of the worker spins from then on. */
    private static final String DELETION =
            "Offsets of a replication task cannot be deleted: with exactly-once support Connect"
                    + " writes the deletion when the transaction for it is closed already. To load a table again, set its offset to"
                    + " {\"load\": <its load number>}; to begin from nothing, create the task under another name.";

    private Map<String, String> properties = Map.of();

    /** For the worker. */
    public ReplicationConnector() {}

    @Override
    public String version() {
        return Version.TEXT;
    }

    @Override
    public ConfigDef config() {
        return ReplicationConfig.definition();
    }

    @Override
    public Class<? extends Task> taskClass() {
        return ReplicationTask.class;
    }

    @Override
    public void start(Map<String, String> properties) {
        this.properties = Map.copyOf(properties);
    }

    @Override
    public void stop() {
        // The connector holds nothing; its task does.
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return List.of(properties);
    }

    @Override
    public Config validate(Map<String, String> given) {
        return new Validation(super.validate(given)).of(given);
    }

    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> given) {
        return ExactlyOnceSupport.SUPPORTED;
    }

    @Override
    public ConnectorTransactionBoundaries canDefineTransactionBoundaries(Map<String, String> given) {
        return ConnectorTransactionBoundaries.UNSUPPORTED;
    }

    /** Accepts positions that a task could have written, and ends every running instance of the task. */
    @Override
    public boolean alterOffsets(Map<String, String> given, Map<Map<String, ?>, Map<String, ?>> offsets) {
        if (offsets.containsValue(null)) {
            throw new ConnectException(DELETION);
        }
        Map<Map<String, ?>, Map<String, ?>> positions = new HashMap<>(offsets);
        positions.remove(Positions.SESSION);
        try {
            TaskState.of(positions);
        } catch (IllegalArgumentException e) {
            throw new ConnectException(e.getMessage(), e);
        }
        ReplicationConfig config = new ReplicationConfig(given);
        try (Admin admin = new TargetClients(config).admin()) {
            admin.fenceProducers(List.of(config.transactionalId())).all().get();
        } catch (ExecutionException e) {
            throw new ConnectException(
                    "Cannot end the running instances of " + config.name() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectException("Interrupted while ending the running instances of " + config.name() + ".", e);
        }
        return true;
    }
}
