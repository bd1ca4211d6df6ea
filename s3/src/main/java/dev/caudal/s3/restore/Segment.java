package dev.caudal.s3.restore;

import dev.caudal.s3.archive.Fidelity;

/**
 * A run of records of one partition that is restored and judged as one.
 *
 * @param key the object that has or names them
 * @param firstOffset of the first record
 * @param lastOffset of the last record that is wanted
 * @param nextOffset where the next segment goes on when there is no gap
 * @param count how many records are wanted, from the first on
 * @param content the digest of those
 * @param minTimestamp their lowest timestamp, -1 if it is not known
 * @param maxTimestamp their highest timestamp, -1 if it is not known
 * @param fidelity how well they are known
 */
record Segment(
        String key,
        long firstOffset,
        long lastOffset,
        long nextOffset,
        int count,
        String content,
        long minTimestamp,
        long maxTimestamp,
        Fidelity fidelity) {}
