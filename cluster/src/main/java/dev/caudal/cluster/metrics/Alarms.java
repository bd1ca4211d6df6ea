package dev.caudal.cluster.metrics;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The alarms of a cluster, and what has become of them. One is raised when it was true at two looks: brokers that start
 * are behind for a moment. One thread looks, any may ask.
 */
final class Alarms {
    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
    private static final int KEPT = 100;

    private final String cluster;
    private final Deque<ClusterEvent> events = new ArrayDeque<>();
    private List<Alarm> seen = List.of();
    private List<Alarm> raised = List.of();

    Alarms(String cluster) {
        this.cluster = cluster;
    }

    synchronized void look(List<Alarm> now, Instant time) {
        var next = new ArrayList<Alarm>();
        for (var alarm : now) {
            boolean before = contains(raised, alarm);
            if (before || contains(seen, alarm)) {
                next.add(alarm);
            }
            if (!before && contains(seen, alarm)) {
                LOG.atWarn()
                        .addKeyValue("cluster", cluster)
                        .addKeyValue("event", alarm.name())
                        .log(alarm.text());
                add(new ClusterEvent(time, alarm.name(), alarm.text()));
            }
        }
        for (var alarm : raised) {
            if (!contains(now, alarm)) {
                LOG.atInfo()
                        .addKeyValue("cluster", cluster)
                        .addKeyValue("event", alarm.name() + "-over")
                        .log("an alarm is over");
                add(new ClusterEvent(time, alarm.name() + "-over", "Over: " + alarm.text()));
            }
        }
        seen = List.copyOf(now);
        raised = next;
    }

    /** Those that are true now. */
    synchronized List<Alarm> raised() {
        return List.copyOf(raised);
    }

    /** The last ones, the newest at the end. */
    synchronized List<ClusterEvent> events() {
        return List.copyOf(events);
    }

    private void add(ClusterEvent event) {
        events.addLast(event);
        if (events.size() > KEPT) {
            events.removeFirst();
        }
    }

    private static boolean contains(List<Alarm> all, Alarm alarm) {
        return all.stream().anyMatch(alarm::isSame);
    }
}
