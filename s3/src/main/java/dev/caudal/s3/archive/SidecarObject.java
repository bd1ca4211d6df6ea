package dev.caudal.s3.archive;

/**
 * The object with what the lines of a commit lack.
 *
 * @param key its key in the bucket
 * @param bytes its size as stored
 * @param sha256 the digest of its bytes as stored
 */
public record SidecarObject(String key, long bytes, String sha256) {}
