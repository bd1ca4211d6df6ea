package dev.caudal.cluster.metrics;

import java.time.Instant;

/**
 * An alarm began or ended.
 *
 * @param time when
 * @param event the alarm's word, with {@code -over} behind it at its end
 * @param text what it is
 */
record ClusterEvent(Instant time, String event, String text) {}
