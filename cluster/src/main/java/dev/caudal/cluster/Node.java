package dev.caudal.cluster;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.UUID;

/**
 * A broker of a cluster as it is defined.
 *
 * @param number from 1
 * @param id what makes its ARN unique
 * @param subnet where it is
 * @param address the loopback address that only it uses
 * @param added when it was added to the cluster
 */
record Node(int number, UUID id, Subnet subnet, String address, Instant added) {
    /** Where the nodes of the quorum talk. */
    static final int CONTROLLER_PORT = 9093;

    /** Where the brokers talk. */
    static final int REPLICATION_PORT = 9095;

    /** Its address for sockets. */
    InetAddress inetAddress() {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("no address: " + address, e);
        }
    }

    /** One of its ports, as clients name it. */
    String at(int port) {
        return address + ":" + port;
    }
}
