package dev.caudal.core;

/**
 * Where one message goes. Immutable.
 *
 * @param topic the name of the topic; empty for that of its table
 * @param partition the number of the partition, or {@link #BY_KEY}
 */
public record Destination(String topic, int partition) {

    /** The partition that the key decides on. */
    public static final int BY_KEY = -1;
}
