package dev.caudal.cluster;

import java.util.Optional;

/**
 * The encryption of a cluster.
 *
 * @param clientBroker between clients and brokers
 * @param inCluster whether between brokers
 * @param key the key of the volumes
 */
record Encryption(ClientBroker clientBroker, boolean inCluster, Optional<String> key) {}
