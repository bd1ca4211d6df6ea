package dev.caudal.cluster;

import java.util.List;
import java.util.Optional;

/**
 * What a cluster was asked to be; {@link CreateRequest} has checked it.
 *
 * @param kafkaVersion the version asked for
 * @param subnets two or three, in distinct zones
 * @param instanceType stored and shown only
 * @param volumeSize GiB, stored and shown only
 * @param securityGroups stored and shown only
 * @param encryption what is encrypted
 * @param login how clients tell who they are, where it was asked for
 */
record ClusterSpec(
        String kafkaVersion,
        List<Subnet> subnets,
        String instanceType,
        int volumeSize,
        List<String> securityGroups,
        Encryption encryption,
        Optional<ClientAuthentication> login) {
    /** How many there may be in a cluster, as in MSK. */
    static final int MOST_BROKERS = 15;

    ClusterSpec {
        subnets = List.copyOf(subnets);
        securityGroups = List.copyOf(securityGroups);
    }

    /** How clients tell who they are. */
    ClientAuthentication authentication() {
        return login.orElse(ClientAuthentication.NONE);
    }
}
