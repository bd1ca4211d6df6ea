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
    /** MSK's port for clients without encryption. */
    static final int PLAIN_PORT = 9092;

    /** Where the nodes of the quorum talk. */
    static final int CONTROLLER_PORT = 9093;

    /** Its address for sockets. */
    InetAddress inetAddress() {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("no address: " + address, e);
        }
    }

    /** Where clients connect. */
    String plain() {
        return address + ":" + PLAIN_PORT;
    }
}
