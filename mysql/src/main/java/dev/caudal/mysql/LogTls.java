package dev.caudal.mysql;

import com.github.shyiko.mysql.binlog.network.SSLSocketFactory;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * TLS of the log's connection in the two verifying modes. The library's own check of the host name asks the name service
 * for the name of the address that it is connected to; this compares the name that was asked for.
 *
 * @param address the server and the mode
 */
record LogTls(SourceConfig.Address address) implements SSLSocketFactory {

    @Override
    public SSLSocket createSocket(Socket socket) throws SocketException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, CertificateAuthority.trust(address.certificateAuthority()), null);
            SSLSocket secured =
                    (SSLSocket) context.getSocketFactory().createSocket(socket, address.host(), socket.getPort(), true);
            if (address.tls() == TlsMode.VERIFY_IDENTITY) {
                SSLParameters parameters = secured.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                secured.setSSLParameters(parameters);
            }
            return secured;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no TLS: " + e.getMessage(), e);
        } catch (IOException e) {
            SocketException failure = new SocketException(e.getMessage());
            failure.initCause(e);
            throw failure;
        }
    }
}
