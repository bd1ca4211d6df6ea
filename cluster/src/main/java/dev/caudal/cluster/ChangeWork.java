package dev.caudal.cluster;

/** Carries changes of a cluster out, on its thread, and takes back what failed. */
record ChangeWork(Cluster cluster, Fleet fleet) {

    /** Does what the change says; it may have been begun by a platform that was killed. */
    void carryOut(Change change) {
        if (change instanceof Change.Reboot reboot) {
            fleet.reboot(cluster.definition(), reboot.broker());
        } else if (change instanceof Change.Resize resize && resize.to() < resize.from()) {
            fleet.retire(cluster.definition(), resize.to());
            cluster.edit(now -> now.without(node -> node.number() > resize.to()));
        } else {
            fleet.start(cluster.definition().nodes());
        }
    }

    /** Brokers that did not come up are taken away again. */
    void undo(Change change) {
        if (change instanceof Change.Resize resize && resize.to() > resize.from()) {
            fleet.remove(cluster.definition(), resize.from());
            cluster.edit(now -> now.without(node -> node.number() > resize.from()));
        }
    }
}
