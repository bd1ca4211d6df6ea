package dev.caudal.cluster.metrics;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;

/** A cluster that is watched. The monitor's threads ask it at any time; answers may change. */
public interface Subject {
    /**
     * A broker.
     *
     * @param number its number in the cluster
     * @param address where it is
     * @param running whether its process runs
     */
    record Watched(int number, InetAddress address, boolean running) {}

    /**
     * Its name.
     *
     * @return for the log
     */
    String name();

    /**
     * Its brokers.
     *
     * @return also those that do not run
     */
    List<Watched> brokers();

    /**
     * What an admin client of it needs.
     *
     * @return settings of Kafka's
     */
    Map<String, Object> admin();

    /**
     * Whether its brokers tell what they measure to Prometheus on MSK's port.
     *
     * @return as it was asked for
     */
    boolean isOpen();
}
