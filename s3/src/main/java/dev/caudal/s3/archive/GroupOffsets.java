package dev.caudal.s3.archive;

import java.util.List;

/**
 * How far the consumer groups of a cluster were at one time.
 *
 * @param format {@link #FORMAT}
 * @param cluster the id of the cluster
 * @param time when they were read, in milliseconds since 1970
 * @param offsets the committed offsets of all groups
 */
public record GroupOffsets(int format, String cluster, long time, List<Committed> offsets) {
    /** The version of the format. */
    public static final int FORMAT = 1;

    /** Copies the list. */
    public GroupOffsets {
        offsets = List.copyOf(offsets);
    }

    /**
     * A group's place in a partition.
     *
     * @param group the group's id
     * @param topic the topic
     * @param partition from 0 on
     * @param offset of the record that it reads next
     * @param metadata what the consumer stored with it
     */
    public record Committed(String group, String topic, int partition, long offset, String metadata) {}

    /**
     * The bytes of its object.
     *
     * @return JSON
     */
    public byte[] toBytes() {
        return ArchiveJson.write(this);
    }

    /**
     * Reads an object.
     *
     * @param key its key, for errors
     * @param bytes its content
     * @return the snapshot
     * @throws ArchiveException when it is not one, or of a later format
     */
    public static GroupOffsets parse(String key, byte[] bytes) {
        return ArchiveJson.read(key, bytes, GroupOffsets.class, FORMAT);
    }
}
