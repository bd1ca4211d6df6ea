package dev.caudal.replicate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.mysql.SourceEvents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what happens to a task: to the log, and as JSON to the events and statistics topics where they are configured,
 * with the task's name as the key. A report that cannot be sent is dropped; it never holds up a row.
 */
final class Reports implements SourceEvents, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);
    private static final long STATISTICS_NANOS = Duration.ofSeconds(1).toNanos();

    private final ReplicationConfig config;
    private final Counters counters;
    private final KafkaProducer<byte[], byte[]> producer;
    private final byte[] key;
    private long nextStatistics = System.nanoTime();
    private long reported = -1;

    Reports(ReplicationConfig config, Counters counters, TargetClients clients) {
        this.config = config;
        this.counters = counters;
        this.producer = clients.plain();
        this.key = config.name().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void event(String type, String text) {
        LOG.info("{} event={} task={}", text, type, config.name());
        ObjectNode event = report();
        event.put("event", type);
        event.put("text", text);
        send(config.eventsTopic(), event);
    }

    /** Sends the counters if a second has passed and they have changed. */
    void statistics() {
        long now = System.nanoTime();
        if (now < nextStatistics || counters.transactions() == reported) {
            return;
        }
        nextStatistics = now + STATISTICS_NANOS;
        reported = counters.transactions();
        ObjectNode statistics = report();
        statistics.put("transactions", reported);
        statistics.set("tables", counters.json());
        send(config.statisticsTopic(), statistics);
    }

    private ObjectNode report() {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("task", config.name());
        report.put("time", Instant.now().toString());
        return report;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a report that cannot be sent is dropped
    private void send(String topic, ObjectNode report) {
        if (!topic.isEmpty()) {
            producer.send(new ProducerRecord<>(topic, key, report.toString().getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
