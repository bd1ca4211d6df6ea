package dev.caudal.server.definition;

import dev.caudal.local.OwnerFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts secrets with AES-256-GCM under the key of a file. What is encrypted for one place cannot be decrypted as
 * that of another, so that nobody who can write records moves a password to an endpoint of his own. Any thread may use it.
 */
public final class SecretBox {
    /** The key's file in the platform's folder. */
    public static final String FILE = "secret.key";

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final SecretKeySpec key;

    private SecretBox(Path file, byte[] key) {
        this.file = file;
        this.key = new SecretKeySpec(key, "AES");
    }

    /**
     * Takes the key of a file, which is made where there is none: 0600, base64.
     *
     * @param file the file
     * @return the box
     * @throws UncheckedIOException when the file cannot be read or made, or has something else
     */
    public static SecretBox at(Path file) {
        try {
            if (Files.notExists(file)) {
                create(file);
            }
            return open(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the key file %s: %s.".formatted(file, e), e);
        }
    }

    /**
     * Takes the key of a file that is there.
     *
     * @param file the file
     * @return the box
     * @throws IOException when the file cannot be read, or has something else
     */
    public static SecretBox open(Path file) throws IOException {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IllegalArgumentException e) {
            throw new IOException("it is no base64", e);
        }
        if (key.length != KEY_BYTES) {
            throw new IOException("it has %d bytes, where a key has %d".formatted(key.length, KEY_BYTES));
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return new SecretBox(file, key);
    }

    /**
     * Encrypts.
     *
     * @param secret the text
     * @param place where it belongs
     * @return base64, another one each time
     */
    public String seal(String secret, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] all = Arrays.copyOf(nonce, nonce.length + closed.length);
            System.arraycopy(closed, 0, all, nonce.length, closed.length);
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot encrypt by AES-GCM", e);
        }
    }

    /**
     * Decrypts.
     *
     * @param sealed what {@link #seal} returned
     * @param place the same
     * @return the text
     * @throws Refusal when another key, or another place, has encrypted it
     */
    public String open(String sealed, String place) {
        try {
            byte[] all = Base64.getDecoder().decode(sealed);
            byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
            byte[] closed = Arrays.copyOfRange(all, NONCE_BYTES, Math.max(all.length, NONCE_BYTES));
            return new String(cipher(Cipher.DECRYPT_MODE, nonce, place).doFinal(closed), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw Refusal.of(
                    ProblemCode.SECRET_UNREADABLE,
                    "The secret of %s was encrypted with another key than that of %s.".formatted(place, file),
                    "Bring that file back from a backup, or set the secret again.");
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** In one step: nobody ever sees half a key, and a process that was killed leaves none. */
    private static void create(Path file) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        Files.createDirectories(file.toAbsolutePath().normalize().getParent());
        try {
            OwnerFile.create(file, Base64.getEncoder().encodeToString(key) + "\n");
        } catch (FileAlreadyExistsException e) {
            // Somebody else was first, and his key is as good.
        }
    }
}
