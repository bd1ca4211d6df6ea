package dev.caudal.cluster;

import dev.caudal.cluster.metrics.ClusterMonitor;
import dev.caudal.local.LocalServerException;
import dev.caudal.local.Port;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Loopback addresses for brokers: each has one of its own, so that all have MSK's ports.
 *
 * @param first where they begin
 */
record Addresses(String first) {
    private static final int TRIES = 250;
    private static final List<Integer> PORTS = Stream.concat(
                    Stream.of(
                            Node.CONTROLLER_PORT,
                            Node.REPLICATION_PORT,
                            ClusterMonitor.PROMETHEUS_PORT,
                            ClusterMonitor.BROKER_PORT),
                    Arrays.stream(Listener.values()).map(Listener::port))
            .sorted()
            .toList();

    /** So many that no broker has and on which nobody listens at its ports. */
    List<String> free(int count, Set<String> taken) {
        var free = new ArrayList<String>();
        for (int i = 0; i < TRIES && free.size() < count; i++) {
            var address = at(i);
            if (!taken.contains(address.getHostAddress()) && isFree(address)) {
                free.add(address.getHostAddress());
            }
        }
        if (free.size() < count) {
            throw ApiError.badRequest(
                    "numberOfBrokerNodes",
                    "This machine has no %d free loopback addresses from %s on with the ports %s unused."
                            .formatted(count, first, PORTS));
        }
        return free;
    }

    private InetAddress at(int offset) {
        try {
            var bytes = InetAddress.getByName(first).getAddress();
            int number = ((bytes[2] & 0xff) << 8 | bytes[3] & 0xff) + offset;
            bytes[2] = (byte) (number >> 8);
            bytes[3] = (byte) number;
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("no address: " + first, e);
        }
    }

    private static boolean isFree(InetAddress address) {
        try {
            PORTS.forEach(port -> Port.exactly(port).choose("a broker", address));
            return true;
        } catch (LocalServerException e) {
            return false;
        }
    }
}
