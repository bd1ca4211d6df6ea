package dev.caudal.s3.archive;

import java.util.Map;
import java.util.TreeMap;

/**
 * How far the restore into a cluster is, and who runs it. What is sent already is not here: that is the end of each partition.
 *
 * @param format {@link #FORMAT}
 * @param target the id of the cluster that is restored into
 * @param topics the topics that were created for it, by name
 * @param holder who runs it, for people; empty when nobody does
 * @param beat rises while its holder lives
 */
public record RestoreState(int format, String target, Map<String, Topic> topics, String holder, long beat) {
    /** The version of the format. */
    public static final int FORMAT = 1;

    /** Copies the map and orders it by name. */
    public RestoreState {
        topics = new TreeMap<>(topics);
    }

    /**
     * A topic in the new cluster.
     *
     * @param id its id there
     * @param until the highest timestamp that is wanted, in milliseconds; {@code Long.MAX_VALUE} for all
     * @param settings what it shall have at the end
     * @param phase what is done
     */
    public record Topic(String id, long until, Map<String, String> settings, Phase phase) {
        /** Copies the settings and orders them by name. */
        public Topic {
            settings = new TreeMap<>(settings);
        }

        /**
         * Another phase.
         *
         * @param reached what is done now
         * @return the changed topic
         */
        public Topic reached(Phase reached) {
            return new Topic(id, until, settings, reached);
        }
    }

    /** What is done. */
    public enum Phase {
        /** Records are being sent, or some are still to be. */
        SENDING,
        /** All records are there. */
        SENT,
        /** Groups and settings are as they were, too. */
        DONE
    }

    /**
     * Nothing is done.
     *
     * @param target the id of the cluster that is restored into
     * @return a state without topics and holder
     */
    public static RestoreState fresh(String target) {
        return new RestoreState(FORMAT, target, Map.of(), "", 0);
    }

    /**
     * Another holder, or none.
     *
     * @param other for people; empty for none
     * @return the changed state
     */
    public RestoreState heldBy(String other) {
        return new RestoreState(format, target, topics, other, beat);
    }

    /**
     * A sign of life.
     *
     * @return the changed state
     */
    public RestoreState alive() {
        return new RestoreState(format, target, topics, holder, beat + 1);
    }

    /**
     * A topic that was created, or is further now.
     *
     * @param name its name
     * @param topic its state
     * @return the changed state
     */
    public RestoreState with(String name, Topic topic) {
        var changed = new TreeMap<>(topics);
        changed.put(name, topic);
        return new RestoreState(format, target, changed, holder, beat);
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
     * @return the state
     * @throws ArchiveException when it is not one, or of a later format
     */
    public static RestoreState parse(String key, byte[] bytes) {
        return ArchiveJson.read(key, bytes, RestoreState.class, FORMAT);
    }
}
