package dev.caudal.cluster.metrics;

/**
 * A broker's session with the quorum of controllers, by the names and numbers that MSK's metric {@code
 * ZooKeeperSessionState} had for that with ZooKeeper.
 */
enum SessionState {
    /** The broker's process does not run, or does not answer. */
    NOT_CONNECTED(0.0),
    /** It starts and knows no leader of the quorum yet. */
    ASSOCIATING(0.1),
    /** It knows the leader and is not yet let in: it is fenced, or catching up. */
    CONNECTING(0.5),
    /** It serves by what it last heard: the quorum has no leader, or its news do not arrive. */
    CONNECTEDREADONLY(0.8),
    /** It serves and hears from the leader. */
    CONNECTED(1.0),
    /** It leaves, or has left. */
    CLOSED(5.0),
    /** The quorum refuses its login. */
    AUTH_FAILED(10.0);

    private static final int RECOVERY = 2;
    private static final int RUNNING = 3;
    private static final double LONGEST_LAG_MILLIS = 12_000;

    private final double value;

    SessionState(double value) {
        this.value = value;
    }

    /**
     * What the values of a broker that shall run say of it.
     *
     * @param broker Kafka's number of its state: 1 it starts, 2 it recovers its log, 3 it runs
     * @param leader the number of the quorum's leader, -1 while none is known
     * @param lagMillis the age of the last news of the quorum
     * @param refused whether a login of it was refused of late
     */
    static SessionState of(int broker, int leader, double lagMillis, boolean refused) {
        boolean led = leader >= 0;
        if (refused && !led) {
            return AUTH_FAILED;
        }
        if (broker == RUNNING) {
            return led && lagMillis <= LONGEST_LAG_MILLIS ? CONNECTED : CONNECTEDREADONLY;
        }
        return led || broker == RECOVERY ? CONNECTING : ASSOCIATING;
    }

    /** The number that stands for it. */
    double value() {
        return value;
    }
}
