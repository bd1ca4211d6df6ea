package dev.caudal.cluster.tls;

import dev.caudal.local.OwnerFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Who somebody is in TLS. Its text form, PEM, is what Kafka takes as a key store.
 *
 * @param key the private key
 * @param chain its certificate, then those of the authorities above it
 */
public record Identity(PrivateKey key, List<X509Certificate> chain) {
    /** Copies the chain. */
    public Identity {
        chain = List.copyOf(chain);
    }

    /**
     * Reads one that {@link #write} has written.
     *
     * @param file the file
     * @return the identity
     */
    public static Identity read(Path file) {
        try {
            var text = Files.readString(file);
            return new Identity(Pem.key(text), Pem.certificates(text));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "%s is no key with certificates in PEM: %s. Delete it, and it is made anew."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /**
     * Reads one that somebody else has made.
     *
     * @param certificates in PEM, its own first
     * @param key in PEM (PKCS #8, without a password), of RSA or an elliptic curve
     * @return the identity
     * @throws IllegalArgumentException when a file cannot be read, or is none
     */
    public static Identity read(Path certificates, Path key) {
        try {
            var chain = Pem.certificates(Files.readString(certificates));
            if (chain.isEmpty()) {
                throw new IllegalArgumentException("%s has no certificate in PEM.".formatted(certificates));
            }
            return new Identity(Pem.key(Files.readString(key)), chain);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "%s and %s are no certificate and key in PEM (PKCS #8, without a password): %s."
                            .formatted(certificates, key, e.getMessage()),
                    e);
        }
    }

    /**
     * Writes key and certificates into one file, which its owner only can read, in one step.
     *
     * @param file the file
     */
    public void write(Path file) {
        try {
            OwnerFile.replace(file, keyText() + chainText());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write %s: %s.".formatted(file, e.getMessage()), e);
        }
    }

    /**
     * Its own certificate.
     *
     * @return the first of the chain
     */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /**
     * When its certificate ends.
     *
     * @return the last moment
     */
    public Instant expires() {
        return certificate().getNotAfter().toInstant();
    }

    /**
     * The private key.
     *
     * @return PKCS #8 in PEM, a secret
     */
    public String keyText() {
        return Pem.text("PRIVATE KEY", key.getEncoded());
    }

    /**
     * The certificates.
     *
     * @return PEM, its own first
     */
    public String chainText() {
        return chain.stream().map(Pem::text).collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return certificate().getSubjectX500Principal().getName();
    }
}
