package dev.caudal.cluster.tls;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** The text form of keys and certificates (RFC 7468). */
final class Pem {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\\s]+-----END CERTIFICATE-----");
    private static final int LINE = 64;

    private Pem() {}

    static String text(String kind, byte[] content) {
        var lines = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(kind, lines, kind);
    }

    static String text(X509Certificate certificate) {
        try {
            return text("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The private key in a text, of an elliptic curve or of RSA. */
    static PrivateKey key(String text) throws GeneralSecurityException {
        var match = KEY.matcher(text);
        if (!match.find()) {
            throw new InvalidKeyException("there is no private key");
        }
        var content = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(match.group(1)));
        try {
            return KeyFactory.getInstance("EC").generatePrivate(content);
        } catch (InvalidKeySpecException e) {
            return KeyFactory.getInstance("RSA").generatePrivate(content);
        }
    }

    /** The certificates in a text, in their order. */
    static List<X509Certificate> certificates(String text) throws GeneralSecurityException {
        var factory = CertificateFactory.getInstance("X.509");
        var all = new ArrayList<X509Certificate>();
        var matches = CERTIFICATE.matcher(text);
        while (matches.find()) {
            var bytes = matches.group().getBytes(StandardCharsets.US_ASCII);
            all.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(bytes)));
        }
        return all;
    }
}
