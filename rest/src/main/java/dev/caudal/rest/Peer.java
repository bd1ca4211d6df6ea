package dev.caudal.rest;

import java.net.URI;

/**
 * A proxy of a group of proxies that stand behind one load balancer.
 *
 * @param id its name, unique in the group
 * @param address where the others call it, without a path
 */
record Peer(String id, URI address) {
    /** Says which proxy has passed a request on, which is answered where it comes then. */
    static final String HEADER = "Caudal-Forwarded-By";
}
