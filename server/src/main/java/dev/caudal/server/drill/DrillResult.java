package dev.caudal.server.drill;

/**
 * What a drill found.
 *
 * @param records in the lost cluster, as readers of committed records see them
 * @param lost that the new cluster lacks
 * @param duplicated that it has more than once
 * @param reordered that come before one that they came after
 * @param altered with another partition, key, header, value or timestamp
 * @param consumers places of consumer groups in partitions
 * @param consumersExact those that got the record after the last acknowledged one as the first
 * @param backupSeconds from the last record until the bucket had all
 * @param restoreSeconds until all was restored, read back and compared
 * @param seconds from the loss of the cluster until consumers could go on: with the start of a new broker
 * @param recordsPerSecond of the restore with its comparison
 */
public record DrillResult(
        long records,
        long lost,
        long duplicated,
        long reordered,
        long altered,
        int consumers,
        int consumersExact,
        double backupSeconds,
        double restoreSeconds,
        double seconds,
        long recordsPerSecond) {
    /**
     * Whether nothing was lost, duplicated, reordered or altered, and each consumer goes on at its next record.
     *
     * @return whether the restore is as it must be
     */
    public boolean isExact() {
        return lost + duplicated + reordered + altered == 0 && consumers == consumersExact;
    }
}
