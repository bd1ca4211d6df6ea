package dev.caudal.mysql;

import com.github.shyiko.mysql.binlog.network.DefaultSSLSocketFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS that trusts the certificates of one PEM file, and no others. */
final class CertificateAuthority extends DefaultSSLSocketFactory {

    private final String path;

    CertificateAuthority(String path) {
        this.path = path;
    }

    @Override
    protected void initSSLContext(SSLContext context) throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        try (InputStream pem = Files.newInputStream(Path.of(path))) {
            store.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("authority-" + number++, certificate);
            }
        } catch (IOException e) {
            throw SourceException.fatal("Cannot read the certificate authority '" + path + "': " + e.getMessage(), e);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        context.init(null, trust.getTrustManagers(), null);
    }
}
