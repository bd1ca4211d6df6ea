package dev.caudal.cluster;

import java.util.function.UnaryOperator;

/** What has users of SASL/SCRAM: a cluster, or the platform's own broker. */
interface UserHome {
    /** What it is now; the users' secrets are a part of it. */
    Definition definition();

    /** Replaces its users' secrets. */
    void edit(UnaryOperator<Definition> change);

    /** Its brokers, to be closed by the caller. */
    ClusterAdmin admin();
}
