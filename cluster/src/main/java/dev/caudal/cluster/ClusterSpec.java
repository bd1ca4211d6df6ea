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
 * @param configuration settings of Kafka, where they were asked for
 * @param measured what is measured, where it was asked for
 */
record ClusterSpec(
        String kafkaVersion,
        List<Subnet> subnets,
        String instanceType,
        int volumeSize,
        List<String> securityGroups,
        Encryption encryption,
        Optional<ClientAuthentication> login,
        Optional<Configuration.Use> configuration,
        Optional<Monitoring> measured) {
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

    /** What is measured. */
    Monitoring monitoring() {
        return measured.orElse(Monitoring.USUAL);
    }

    ClusterSpec with(Encryption other, Optional<ClientAuthentication> otherLogin) {
        return new ClusterSpec(
                kafkaVersion,
                subnets,
                instanceType,
                volumeSize,
                securityGroups,
                other,
                otherLogin,
                configuration,
                measured);
    }

    ClusterSpec with(Configuration.Use other) {
        return new ClusterSpec(
                kafkaVersion,
                subnets,
                instanceType,
                volumeSize,
                securityGroups,
                encryption,
                login,
                Optional.of(other),
                measured);
    }

    ClusterSpec with(Monitoring other) {
        return new ClusterSpec(
                kafkaVersion,
                subnets,
                instanceType,
                volumeSize,
                securityGroups,
                encryption,
                login,
                configuration,
                Optional.of(other));
    }

    ClusterSpec with(int size) {
        return with(kafkaVersion, instanceType, size);
    }

    ClusterSpec withType(String type) {
        return with(kafkaVersion, type, volumeSize);
    }

    ClusterSpec withVersion(String version) {
        return with(version, instanceType, volumeSize);
    }

    private ClusterSpec with(String version, String type, int size) {
        return new ClusterSpec(
                version, subnets, type, size, securityGroups, encryption, login, configuration, measured);
    }
}
