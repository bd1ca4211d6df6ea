package dev.caudal.mysql;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Makes the sockets of all connections, loaded by the driver. It asks for none but {@link #createSocket()}. */
public final class SqlSockets extends SocketFactory {

    /** For the driver. */
    public SqlSockets() {}

    @Override
    public Socket createSocket() throws IOException {
        return LogSocket.plain();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return new Socket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return new Socket(host, port, local, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return new Socket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return new Socket(host, port, local, localPort);
    }
}
