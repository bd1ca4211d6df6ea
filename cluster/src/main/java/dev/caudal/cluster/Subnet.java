package dev.caudal.cluster;

/**
 * A place for brokers.
 *
 * @param id its name in requests
 * @param zone the availability zone that it is in, which is the rack of its brokers
 */
public record Subnet(String id, String zone) {}
