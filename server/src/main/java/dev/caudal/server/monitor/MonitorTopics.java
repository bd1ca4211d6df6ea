package dev.caudal.server.monitor;

import dev.caudal.server.kafka.PlatformTopics;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Where tasks tell of themselves, one partition each, so that the offset is the order.
 *
 * @param statistics counters and states, kept for a day
 * @param events what happened, kept for a month
 * @param log lines of the tasks' logs, kept for a week
 */
public record MonitorTopics(String statistics, String events, String log) {

    /** The topics of a platform. */
    public static final MonitorTopics PLATFORM =
            new MonitorTopics(PlatformTopics.STATISTICS, PlatformTopics.EVENTS, PlatformTopics.LOG);

    private static final long DAY = 24L * 60 * 60 * 1000;
    private static final long LOG_BYTES = 512L << 20;

    List<String> all() {
        return List.of(statistics, events, log);
    }

    /** Creates those that are missing. */
    void ensure(String bootstrapServers) {
        PlatformTopics.create(
                bootstrapServers,
                List.of(
                        topic(statistics, DAY, LOG_BYTES),
                        topic(events, 30 * DAY, LOG_BYTES),
                        topic(log, 7 * DAY, LOG_BYTES)));
    }

    private static NewTopic topic(String name, long retention, long bytes) {
        return new NewTopic(name, 1, (short) -1)
                .configs(Map.of(
                        "retention.ms", Long.toString(retention),
                        "retention.bytes", Long.toString(bytes),
                        "segment.bytes", Long.toString(32L << 20)));
    }
}
