package dev.caudal.cluster;

/** What a cluster does, with MSK's names. */
enum ClusterState {
    CREATING,
    ACTIVE,
    REBOOTING_BROKER,
    UPDATING,
    /** Never stored: active, but a broker does not serve. */
    HEALING,
    DELETING,
    FAILED;

    /** Whether a change may begin; the delete of a cluster that heals may, too. */
    boolean isSettled() {
        return this == ACTIVE || this == FAILED || this == HEALING;
    }
}
