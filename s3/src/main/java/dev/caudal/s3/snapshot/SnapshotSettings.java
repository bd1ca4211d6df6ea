package dev.caudal.s3.snapshot;

import java.util.Map;
import java.util.function.Predicate;

/**
 * What snapshots are taken of.
 *
 * @param kafka settings of Kafka's clients that lead to the cluster
 * @param cluster what it is called in the bucket
 * @param generation of its topics, from 1 on
 * @param topics which topics are backed up
 * @param ownGroup the group of the backup itself, whose offsets mean nothing elsewhere; empty for none
 */
public record SnapshotSettings(
        Map<String, Object> kafka, String cluster, int generation, Predicate<String> topics, String ownGroup) {
    /** Copies the settings. */
    public SnapshotSettings {
        kafka = Map.copyOf(kafka);
    }
}
