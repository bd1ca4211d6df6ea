package dev.caudal.mysql;

import java.io.IOException;
import java.net.Socket;
import java.sql.SQLException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.HostAddress;
import org.mariadb.jdbc.export.ExceptionFactory;
import org.mariadb.jdbc.export.SslMode;
import org.mariadb.jdbc.plugin.TlsSocketPlugin;
import org.mariadb.jdbc.plugin.tls.main.DefaultTlsSocketPlugin;

/**
 * TLS of all connections, loaded by the driver. In the two verifying modes the driver's own plugin also accepts a
 * certificate of an unknown authority if the server then proves that it knows the password.
 */
public final class SqlTls implements TlsSocketPlugin {

    /** Its name in the driver's setting {@code tlsSocketType}. */
    static final String TYPE = "caudal";

    private final TlsSocketPlugin usual = new DefaultTlsSocketPlugin();

    /** For the driver. */
    public SqlTls() {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public TrustManager[] getTrustManager(
            Configuration configuration, ExceptionFactory exceptions, @Nullable HostAddress host) throws SQLException {
        if (configuration.sslMode() == SslMode.TRUST) {
            return usual.getTrustManager(configuration, exceptions, host);
        }
        String authority = configuration.serverSslCert();
        return CertificateAuthority.trust(authority == null ? "" : authority);
    }

    @Override
    public SSLSocket createSocket(Socket plain, SSLSocketFactory factory) throws IOException {
        SSLSocket socket = usual.createSocket(plain, factory);
        LogSocket.secured(socket);
        return socket;
    }

    /** None: users log in by password. */
    @Override
    public KeyManager @Nullable [] getKeyManager(Configuration configuration, ExceptionFactory exceptions) {
        return null;
    }

    @Override
    public void verify(String host, SSLSession session, long thread) throws SSLException {
        usual.verify(host, session, thread);
    }
}
