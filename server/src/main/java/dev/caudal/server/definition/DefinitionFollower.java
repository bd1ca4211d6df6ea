package dev.caudal.server.definition;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;

/** Definitions for somebody who only reads them, in whatever process. Any thread may ask. */
public final class DefinitionFollower implements AutoCloseable {
    private final DefinitionLog log;
    private Snapshot now;

    /**
     * Starts to read when it is first asked.
     *
     * @param clients what Kafka's clients need to reach the cluster
     * @param kinds the kinds to read; others are left out
     */
    public DefinitionFollower(Map<String, String> clients, List<Kind<?>> kinds) {
        log = new DefinitionLog(clients);
        now = Snapshot.empty(kinds);
    }

    /**
     * What is defined now.
     *
     * @return all that was saved before this was called
     * @throws KafkaException when the cluster does not answer
     */
    public synchronized View latest() {
        now = now.withRecords(log.news());
        return now;
    }

    @Override
    public synchronized void close() {
        log.close();
    }
}
