package dev.caudal.s3.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the server encrypts what is written.
 *
 * @param algorithm the name that S3 gives it
 * @param kmsKey the key's id, for {@code aws:kms}
 * @param customerKey a key of the customer, in base64 or raw; the server forgets it after each call
 */
record Encryption(Optional<String> algorithm, Optional<String> kmsKey, Optional<String> customerKey) {

    static final Encryption NONE = new Encryption(Optional.empty(), Optional.empty(), Optional.empty());

    /** The algorithm where the server keeps the key; null where the request says nothing of it. */
    @Nullable String serverSide() {
        return customerKey.isPresent() ? null : algorithm.orElse(null);
    }

    @Nullable String kmsKeyId() {
        return kmsKey.orElse(null);
    }

    @Nullable String customerAlgorithm() {
        return customerKey.isPresent() ? "AES256" : null;
    }

    @Nullable String customerKeyText() {
        return customerKey
                .map(key -> Base64.getEncoder().encodeToString(raw(key)))
                .orElse(null);
    }

    @Nullable String customerKeyDigest() {
        return customerKey
                .map(key -> Base64.getEncoder().encodeToString(md5().digest(raw(key))))
                .orElse(null);
    }

    private static byte[] raw(String key) {
        return key.length() == 44 && key.endsWith("=")
                ? Base64.getDecoder().decode(key)
                : key.getBytes(StandardCharsets.UTF_8);
    }

    static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no MD5.", e);
        }
    }
}
