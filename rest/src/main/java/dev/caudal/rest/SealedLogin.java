package dev.caudal.rest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A login at the brokers that only the user's password for the proxy opens: AES-256-GCM.
 *
 * @param text base64 of the nonce and what is sealed
 */
record SealedLogin(String text) {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** Control characters are in no name. */
    private static final char BETWEEN = '\n';

    static SealedLogin seal(KafkaLogin login, byte[] key) {
        byte[] nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce)
                    .doFinal((login.user() + BETWEEN + login.password()).getBytes(StandardCharsets.UTF_8));
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return new SealedLogin(Base64.getEncoder().encodeToString(all));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java knows no AES/GCM", e);
        }
    }

    /**
     * Opens it.
     *
     * @throws IllegalArgumentException when it was sealed with another key, or changed since
     */
    KafkaLogin open(byte[] key) {
        try {
            byte[] all = Base64.getDecoder().decode(text);
            byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
            var login = new String(
                    cipher(Cipher.DECRYPT_MODE, key, nonce)
                            .doFinal(all, NONCE_BYTES, Math.max(0, all.length - NONCE_BYTES)),
                    StandardCharsets.UTF_8);
            int between = login.indexOf(BETWEEN);
            return new KafkaLogin(login.substring(0, between), login.substring(between + 1));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The login at Kafka was sealed with another password.", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
