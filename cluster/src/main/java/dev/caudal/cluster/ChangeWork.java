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
        } else if (change instanceof Change.Update) {
            fleet.roll(cluster.definition());
        } else {
            fleet.start(cluster.definition().nodes());
        }
    }

    /** Brokers that did not come up are taken away again, or get their old settings back. */
    void undo(Change change) {
        if (change instanceof Change.Resize resize && resize.to() > resize.from()) {
            fleet.remove(cluster.definition(), resize.from());
            cluster.edit(now -> now.without(node -> node.number() > resize.from()));
        } else if (change instanceof Change.Update update) {
            cluster.edit(now -> now.specified(update.from()));
            fleet.roll(cluster.definition());
        }
    }
}
