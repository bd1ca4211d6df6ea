package dev.caudal.rest;

/**
 * The group of proxies behind one load balancer to which a proxy belongs.
 *
 * @param name tells it from other groups at the same Kafka cluster
 * @param self this proxy in it
 */
record PeerGroup(String name, Peer self) {
    /** What marks a record of one of its members. */
    String key(String id) {
        return name + "/" + id;
    }
}
