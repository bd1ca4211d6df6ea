package dev.caudal.cluster.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** What a client needs for TLS on sockets of its own. */
public final class ClientContext {
    private static final char[] NO_PASSWORD = {};
    private static final int TIMEOUT_MS = 5_000;

    private ClientContext() {}

    /**
     * Sockets that trust one authority and tell who they are.
     *
     * @param authority whose servers are trusted
     * @param identity the client's own
     * @return the sockets
     */
    public static SSLSocketFactory sockets(Certificate authority, Identity identity) {
        return sockets(authority, Optional.of(identity));
    }

    private static SSLSocketFactory sockets(Certificate authority, Optional<Identity> identity) {
        try {
            var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            var authorities = empty();
            authorities.setCertificateEntry("authority", authority);
            trusted.init(authorities);
            var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            var keys = empty();
            if (identity.isPresent()) {
                var chain = identity.get().chain().toArray(Certificate[]::new);
                keys.setKeyEntry("own", identity.get().key(), NO_PASSWORD, chain);
            }
            own.init(keys, NO_PASSWORD);
            var context = SSLContext.getInstance("TLS");
            context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Asks a server for its certificate.
     *
     * @param address where it is
     * @param port where it listens
     * @param authority whose certificates are good
     * @return empty when it cannot be reached or shows none that is good now
     */
    public static Optional<X509Certificate> shown(InetAddress address, int port, Certificate authority) {
        try (var socket = (SSLSocket) sockets(authority, Optional.empty()).createSocket()) {
            socket.connect(new InetSocketAddress(address, port), TIMEOUT_MS);
            socket.setSoTimeout(TIMEOUT_MS);
            socket.startHandshake();
            return Optional.of((X509Certificate) socket.getSession().getPeerCertificates()[0]);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
