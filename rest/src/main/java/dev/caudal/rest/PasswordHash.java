package dev.caudal.rest;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a password: PBKDF2 with HMAC-SHA-512, as text {@code $pbkdf2-sha512$i=210000$SALT$HASH}.
 *
 * <p>Of the 64 bytes that come out of a password, half is kept to know it again. The other half is the key of what only
 * somebody with the password shall read; it is kept nowhere. Any thread may use it.
 *
 * @param rounds 1 to 10,000,000
 * @param salt some bytes
 * @param proof the half that is kept
 */
public record PasswordHash(int rounds, byte[] salt, byte[] proof) {
    /** The number that OWASP's Password Storage Cheat Sheet gives for this function. */
    static final int ROUNDS = 210_000;

    private static final int MOST_ROUNDS = 10_000_000;
    private static final int SALT_BYTES = 16;
    private static final int HALF = 32;
    private static final Pattern TEXT = Pattern.compile("\\$pbkdf2-sha512\\$i=(\\d{1,8})\\$([^$]+)\\$([^$]+)");

    /**
     * A password, worked out.
     *
     * @param hash what is kept of it
     * @param key what it opens things with
     */
    public record Derived(PasswordHash hash, byte[] key) {}

    /**
     * Works a new password out, with a salt of its own.
     *
     * @param password not empty
     * @return takes a good part of a second
     */
    public static Derived of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return derive(password, ROUNDS, salt);
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @param text {@code $pbkdf2-sha512$i=ROUNDS$SALT$HASH}
     * @return the hash
     * @throws IllegalArgumentException when it is something else
     */
    public static PasswordHash parse(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no hash of the form $pbkdf2-sha512$i=ROUNDS$SALT$HASH");
        }
        int rounds = Integer.parseInt(parts.group(1));
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new IllegalArgumentException("%d rounds, where 1 to %d can be".formatted(rounds, MOST_ROUNDS));
        }
        var base64 = Base64.getDecoder();
        return new PasswordHash(rounds, base64.decode(parts.group(2)), base64.decode(parts.group(3)));
    }

    /** Works a password out as this one was; takes a good part of a second. */
    Derived derive(String password) {
        return derive(password, rounds, salt);
    }

    /** Whether both are of the same password; takes as long either way. */
    boolean matches(PasswordHash other) {
        return MessageDigest.isEqual(proof, other.proof);
    }

    /**
     * What {@link #parse} reads.
     *
     * @return {@code $pbkdf2-sha512$i=ROUNDS$SALT$HASH}
     */
    public String text() {
        var base64 = Base64.getEncoder();
        return "$pbkdf2-sha512$i=%d$%s$%s".formatted(rounds, base64.encodeToString(salt), base64.encodeToString(proof));
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof PasswordHash hash
                        && rounds == hash.rounds
                        && Arrays.equals(salt, hash.salt)
                        && matches(hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(salt);
    }

    @Override
    public String toString() {
        return "PasswordHash[***]";
    }

    private static Derived derive(String password, int rounds, byte[] salt) {
        var wanted = new PBEKeySpec(password.toCharArray(), salt, rounds, 2 * HALF * Byte.SIZE);
        try {
            byte[] bytes = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(wanted)
                    .getEncoded();
            return new Derived(
                    new PasswordHash(rounds, salt, Arrays.copyOf(bytes, HALF)),
                    Arrays.copyOfRange(bytes, HALF, 2 * HALF));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java knows no PBKDF2WithHmacSHA512", e);
        } finally {
            wanted.clearPassword();
        }
    }
}
