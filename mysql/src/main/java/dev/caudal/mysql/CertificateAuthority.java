package dev.caudal.mysql;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Whom a verifying connection trusts: the certificates of one PEM text or file and no others, or the authorities of the JDK. */
final class CertificateAuthority {

    private static final String PEM = "-----BEGIN ";

    private CertificateAuthority() {}

    /**
     * The trust in a PEM text, or in the PEM file of that path; in the JDK's authorities where {@code pem} is empty.
     *
     * @throws SourceException if it cannot be read or has no certificate
     */
    static TrustManager[] trust(String pem) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(pem.isEmpty() ? null : store(pem));
            return trust.getTrustManagers();
        } catch (IOException | GeneralSecurityException e) {
            throw SourceException.fatal(
                    "Cannot read the certificate authority" + (isText(pem) ? "" : " '" + pem + "'") + ": " + e
                            + ". Set source.tls.ca to a PEM file that the worker can read, or to its text.",
                    e);
        }
    }

    /** What it is, for people. */
    static String describe(String pem) {
        return isText(pem) ? "The text in source.tls.ca" : "'" + pem + "'";
    }

    private static boolean isText(String pem) {
        return pem.contains(PEM);
    }

    private static InputStream open(String pem) throws IOException {
        return isText(pem)
                ? new ByteArrayInputStream(pem.substring(pem.indexOf(PEM)).getBytes(StandardCharsets.US_ASCII))
                : Files.newInputStream(Path.of(pem));
    }

    private static KeyStore store(String authority) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = open(authority)) {
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
