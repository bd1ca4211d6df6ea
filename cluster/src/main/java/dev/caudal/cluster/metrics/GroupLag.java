package dev.caudal.cluster.metrics;

import java.time.Duration;

/**
 * How far a group of consumers is behind on a partition.
 *
 * @param group its name
 * @param coordinator the number of the broker that keeps the group
 * @param topic the topic
 * @param partition the partition's number
 * @param records how many records are after the group's position
 * @param time how long the first of them has been there
 */
record GroupLag(String group, int coordinator, String topic, int partition, long records, Duration time) {}
