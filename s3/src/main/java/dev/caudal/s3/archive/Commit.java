package dev.caudal.s3.archive;

import java.util.List;

/**
 * A run of records of one partition that is in the bucket, whole. Its object is written last and on the condition that
 * there is none of its name: whoever wrote it owns the run.
 *
 * @param format {@link #FORMAT}
 * @param cluster the id of the cluster
 * @param topic the topic
 * @param topicId the topic's id; empty if it is not known
 * @param generation from 1 on; the next one when the topic was made anew
 * @param partition from 0 on
 * @param startOffset where the commit before ended, for the first one the offset of its first record; the commit's name
 * @param lastOffset the offset of the last record
 * @param nextOffset where the next commit reads on; more than {@code lastOffset} when it is known that nothing is between
 * @param count how many records, none for a claim, which readers pass over; fewer than the offsets when transactions or compaction left gaps
 * @param tombstones how many of them have no value
 * @param minTimestamp the lowest timestamp in milliseconds
 * @param maxTimestamp the highest timestamp in milliseconds
 * @param objects where the lines are, in the order that the sidecar counts them; none if no record has a line
 * @param sidecar where the rest is
 * @param fidelity the worst of all records
 * @param content the {@link ContentDigest} of all records
 * @param previous the SHA-256 of the bytes of the commit before; empty for the first one of the generation
 * @param tool what wrote it
 * @param time when it was written, in milliseconds since 1970
 */
public record Commit(
        int format,
        String cluster,
        String topic,
        String topicId,
        int generation,
        int partition,
        long startOffset,
        long lastOffset,
        long nextOffset,
        int count,
        int tombstones,
        long minTimestamp,
        long maxTimestamp,
        List<DataObject> objects,
        SidecarObject sidecar,
        Fidelity fidelity,
        String content,
        String previous,
        String tool,
        long time) {
    /** The version of the format. */
    public static final int FORMAT = 1;

    /** Copies the list. */
    public Commit {
        objects = List.copyOf(objects);
    }

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
     * @return the commit
     * @throws ArchiveException when it is not one, or of a later format
     */
    public static Commit parse(String key, byte[] bytes) {
        return ArchiveJson.read(key, bytes, Commit.class, FORMAT);
    }
}
