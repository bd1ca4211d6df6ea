package dev.caudal.s3.archive;

import java.util.Map;
import java.util.TreeMap;

/**
 * What is needed to create a topic again.
 *
 * @param format {@link #FORMAT}
 * @param topic its name
 * @param topicId its id; changes when a topic is made anew
 * @param generation the generation of that id, from 1 on
 * @param partitions how many
 * @param replicationFactor copies of each partition
 * @param settings what differs from the broker's defaults
 * @param time when this was true, in milliseconds since 1970
 */
public record TopicManifest(
        int format,
        String topic,
        String topicId,
        int generation,
        int partitions,
        int replicationFactor,
        Map<String, String> settings,
        long time) {
    /** The version of the format. */
    public static final int FORMAT = 1;

    /** Copies the settings and orders them by name. */
    public TopicManifest {
        settings = new TreeMap<>(settings);
    }

    /**
     * The same at another time.
     *
     * @param other in milliseconds since 1970
     * @return a manifest that differs in its time only
     */
    public TopicManifest at(long other) {
        return new TopicManifest(format, topic, topicId, generation, partitions, replicationFactor, settings, other);
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
     * @return the manifest
     * @throws ArchiveException when it is not one, or of a later format
     */
    public static TopicManifest parse(String key, byte[] bytes) {
        return ArchiveJson.read(key, bytes, TopicManifest.class, FORMAT);
    }
}
