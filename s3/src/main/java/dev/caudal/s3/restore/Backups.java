package dev.caudal.s3.restore;

import java.util.List;

/** Finds the backups in a bucket. */
final class Backups {
    private Backups() {}

    /** What the clusters are called; one for all if there is no archive. */
    static List<String> clusters(ArchiveBucket bucket, String topicsDir) {
        var archived = ArchivedBackup.clusters(bucket);
        return archived.isEmpty() ? List.of(new PlainBackup(bucket, topicsDir).cluster()) : archived;
    }

    /** The backup of a cluster that {@link #clusters} named. */
    static Backup of(ArchiveBucket bucket, String cluster, String topicsDir) {
        var plain = new PlainBackup(bucket, topicsDir);
        return cluster.equals(plain.cluster())
                        && ArchivedBackup.clusters(bucket).isEmpty()
                ? plain
                : new ArchivedBackup(bucket, cluster);
    }

    /** The one that is meant: the named one, else the only one. */
    static Backup choose(ArchiveBucket bucket, RestoreSettings settings) {
        var clusters = clusters(bucket, settings.topicsDir());
        if (settings.cluster().isEmpty() && clusters.size() > 1) {
            throw new RestoreException("The bucket %s has backups of %d clusters: %s. Name one with --cluster."
                    .formatted(bucket.store().bucket(), clusters.size(), String.join(", ", clusters)));
        }
        var wanted = settings.cluster().orElse(clusters.get(0));
        if (!clusters.contains(wanted)) {
            throw new RestoreException("The bucket %s has no backup of the cluster %s. It has: %s."
                    .formatted(bucket.store().bucket(), wanted, String.join(", ", clusters)));
        }
        return of(bucket, wanted, settings.topicsDir());
    }
}
