package dev.caudal.server.api;

import dev.caudal.cluster.tls.Identity;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * The API's listener for other machines.
 *
 * @param address where
 * @param identity the certificate that it shows, and its key; requests have to name a host that it is for
 */
public record NetworkListener(NetworkAddress address, Identity identity) {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    /** As a part of a server. */
    ServerConnector connector(Server server) {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        // Refuses a Host that the certificate is not for: a page of another site cannot have it.
        http.addCustomizer(new SecureRequestCustomizer(true));
        var tls = new SslContextFactory.Server();
        tls.setKeyStore(keys());
        tls.setKeyStorePassword("");
        tls.setIncludeProtocols(PROTOCOLS);
        var connector = new ServerConnector(
                server, 1, 1, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(http));
        connector.setHost(address.bare());
        connector.setPort(address.port());
        return connector;
    }

    private KeyStore keys() {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "api", identity.key(), new char[0], identity.chain().toArray(Certificate[]::new));
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
