package dev.caudal.cluster;

import java.util.List;

/**
 * What a cluster was asked to be; {@link CreateRequest} has checked it.
 *
 * @param kafkaVersion the version asked for
 * @param subnets two or three, in distinct zones
 * @param instanceType stored and shown only
 * @param volumeSize GiB, stored and shown only
 * @param securityGroups stored and shown only
 * @param encryption what was asked for, which is more than is served
 */
record ClusterSpec(
        String kafkaVersion,
        List<Subnet> subnets,
        String instanceType,
        int volumeSize,
        List<String> securityGroups,
        Encryption encryption) {
    /** How many there may be in a cluster, as in MSK. */
    static final int MOST_BROKERS = 15;

    ClusterSpec {
        subnets = List.copyOf(subnets);
        securityGroups = List.copyOf(securityGroups);
    }
}
