package dev.caudal.s3.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, in hexadecimal lower-case letters wherever the archive has one. */
public final class Sha256 {
    private Sha256() {}

    /**
     * A digest to be fed.
     *
     * @return a new one
     */
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /**
     * The digest of bytes.
     *
     * @param bytes any
     * @return 64 characters
     */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(start().digest(bytes));
    }

    /**
     * The result of a digest; resets it.
     *
     * @param digest one that was fed
     * @return 64 characters
     */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
