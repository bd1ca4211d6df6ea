package dev.caudal.mysql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Whom a verifying connection trusts: the certificates of one PEM file and no others, or the authorities of the JDK. */
final class CertificateAuthority {

    private CertificateAuthority() {}

    /**
     * The trust in a PEM file; in the JDK's authorities where {@code path} is empty.
     *
     * @throws SourceException if the file cannot be read or has no certificate
     */
    static TrustManager[] trust(String path) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(path.isEmpty() ? null : store(path));
            return trust.getTrustManagers();
        } catch (IOException | GeneralSecurityException e) {
            throw SourceException.fatal(
                    "Cannot read the certificate authority '" + path + "': " + e
                            + ". Set source.tls.ca to a PEM file that the worker can read.",
                    e);
        }
    }

    private static KeyStore store(String path) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(Path.of(path))) {
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("authority-" + number++, certificate);
            }
        }
        if (store.size() == 0) {
            throw new IOException("it has no certificate");
        }
        return store;
    }
}
