package dev.caudal.cluster;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What an operation on a cluster changes. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Change.Reboot.class, name = "reboot"),
    @JsonSubTypes.Type(value = Change.Resize.class, name = "resize"),
    @JsonSubTypes.Type(value = Change.Update.class, name = "update")
})
sealed interface Change {
    /** MSK's name of the kind of operation. */
    String type();

    /** The cluster's state meanwhile. */
    ClusterState meanwhile();

    /** What the names of its states begin with. */
    String stem();

    /**
     * One broker ends in order and starts again.
     *
     * @param broker its number
     */
    record Reboot(int broker) implements Change {
        @Override
        public String type() {
            return "REBOOT_NODE";
        }

        @Override
        public ClusterState meanwhile() {
            return ClusterState.REBOOTING_BROKER;
        }

        @Override
        public String stem() {
            return "REBOOT";
        }
    }

    /**
     * Brokers are added or removed.
     *
     * @param from how many there were
     * @param to how many there shall be
     */
    record Resize(int from, int to) implements Change {
        @Override
        public String type() {
            return to > from ? "INCREASE_BROKER_COUNT" : "DECREASE_BROKER_COUNT";
        }

        @Override
        public ClusterState meanwhile() {
            return ClusterState.UPDATING;
        }

        @Override
        public String stem() {
            return "UPDATE";
        }
    }

    /**
     * The cluster becomes another than it was asked to be.
     *
     * @param type MSK's name of the kind of operation
     * @param from what it was
     * @param to what it shall be
     */
    record Update(String type, ClusterSpec from, ClusterSpec to) implements Change {
        @Override
        public ClusterState meanwhile() {
            return ClusterState.UPDATING;
        }

        @Override
        public String stem() {
            return "UPDATE";
        }
    }
}
