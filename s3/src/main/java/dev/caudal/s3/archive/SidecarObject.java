package dev.caudal.s3.archive;

/**
 * The object with what the lines of a commit lack.
 *
 * @param key its key in the bucket
 * @param bytes its size as stored
 * @param crc32c the {@link Checksum} of its bytes as stored
 */
public record SidecarObject(String key, long bytes, String crc32c) {}
