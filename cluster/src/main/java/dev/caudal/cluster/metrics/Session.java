package dev.caudal.cluster.metrics;

import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** Looks at the session of the broker of this process. One thread at a time. */
final class Session {
    private static final ObjectName BROKER = name("kafka.server:type=KafkaServer,name=BrokerState");
    private static final ObjectName RAFT = name("kafka.server:type=raft-metrics");
    private static final ObjectName METADATA = name("kafka.server:type=broker-metadata-metrics");
    private static final ObjectName CHANNELS = name("kafka.server:type=raft-channel-metrics");
    private static final long REMEMBERED_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Beans beans;
    private double refusals;
    private long refusedAt = System.nanoTime() - REMEMBERED_NANOS;

    private volatile boolean leaving;

    Session(Beans beans) {
        this.beans = beans;
    }

    /** The process is told to end: Kafka's own word for it is gone as soon as it begins to. Any thread may call it. */
    void leave() {
        leaving = true;
    }

    SessionState look() {
        double now = or(beans.number(CHANNELS, "failed-authentication-total"), 0);
        if (now > refusals) {
            refusals = now;
            refusedAt = System.nanoTime();
        }
        if (leaving) {
            return SessionState.CLOSED;
        }
        return SessionState.of(
                (int) or(beans.number(BROKER, "Value"), 0),
                (int) or(beans.number(RAFT, "current-leader"), -1),
                or(beans.number(METADATA, "last-applied-record-lag-ms"), 0),
                System.nanoTime() - refusedAt < REMEMBERED_NANOS);
    }

    private static double or(OptionalDouble value, double otherwise) {
        return value.orElse(otherwise);
    }

    private static ObjectName name(String text) {
        try {
            return new ObjectName(text);
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException(text, e);
        }
    }
}
