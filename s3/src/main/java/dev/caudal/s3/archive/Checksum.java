package dev.caudal.s3.archive;

import java.util.Base64;
import java.util.zip.CRC32C;

/**
 * CRC32C of an object's bytes, by which damage is found. S3 knows it too, so the text of one can be compared with what the
 * store says. For one thread.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html">Checking object
 *     integrity</a>
 */
public final class Checksum {
    private final CRC32C crc = new CRC32C();

    /**
     * The checksum of bytes.
     *
     * @param bytes all of them
     * @return its text
     */
    public static String of(byte[] bytes) {
        var checksum = new Checksum();
        checksum.add(bytes, 0, bytes.length);
        return checksum.text();
    }

    /**
     * Adds bytes.
     *
     * @param bytes an array
     * @param from where they begin
     * @param length how many
     */
    public void add(byte[] bytes, int from, int length) {
        crc.update(bytes, from, length);
    }

    /**
     * The checksum of what was added since the beginning.
     *
     * @return four bytes in Base64, as S3 writes it: 8 characters
     */
    public String text() {
        int value = (int) crc.getValue();
        return Base64.getEncoder()
                .encodeToString(
                        new byte[] {(byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value});
    }
}
