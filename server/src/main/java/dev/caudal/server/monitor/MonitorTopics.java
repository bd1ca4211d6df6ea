package dev.caudal.server.monitor;

import dev.caudal.server.PlatformException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Where tasks tell of themselves, one partition each, so that the offset is the order.
 *
 * @param statistics counters and states, kept for a day
 * @param events what happened, kept for a month
 * @param log lines of the tasks' logs, kept for a week
 */
public record MonitorTopics(String statistics, String events, String log) {

    /** The topics of a platform. */
    public static final MonitorTopics PLATFORM = new MonitorTopics("caudal-statistics", "caudal-events", "caudal-log");

    private static final long DAY = 24L * 60 * 60 * 1000;
    private static final long LOG_BYTES = 512L << 20;

    List<String> all() {
        return List.of(statistics, events, log);
    }

    /** Creates those that are missing. */
    void ensure(String bootstrapServers) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var created = admin.createTopics(List.of(
                    topic(statistics, DAY, LOG_BYTES),
                    topic(events, 30 * DAY, LOG_BYTES),
                    topic(log, 7 * DAY, LOG_BYTES)));
            for (var topic : created.values().entrySet()) {
                await(topic.getKey(), topic.getValue());
            }
        }
    }

    private static NewTopic topic(String name, long retention, long bytes) {
        return new NewTopic(name, 1, (short) -1)
                .configs(Map.of(
                        "retention.ms", Long.toString(retention),
                        "retention.bytes", Long.toString(bytes),
                        "segment.bytes", Long.toString(32L << 20)));
    }

    private static void await(String name, KafkaFuture<Void> topic) {
        try {
            topic.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw failed(name, e);
            }
        } catch (TimeoutException e) {
            throw failed(name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(name, e);
        }
    }

    private static PlatformException failed(String name, Exception e) {
        return new PlatformException("Cannot create the topic %s: %s.".formatted(name, e), e);
    }
}
