package dev.caudal.s3.archive;

/**
 * An object with the lines of a commit, or some of them; other programs read it, too.
 *
 * @param key its key in the bucket
 * @param bytes its size as stored
 * @param crc32c the {@link Checksum} of its bytes as stored
 * @param lines how many records have a line in it
 * @param codec how it is compressed: {@code none} or {@code gzip}
 * @param separator how many bytes stand between two lines and after the last
 * @param firstOffset the offset of its first line's record
 * @param lastOffset the offset of its last line's record
 */
public record DataObject(
        String key,
        long bytes,
        String crc32c,
        int lines,
        String codec,
        int separator,
        long firstOffset,
        long lastOffset) {
    /** Stored as it is. */
    public static final String PLAIN = "none";

    /** Compressed by gzip. */
    public static final String GZIP = "gzip";
}
