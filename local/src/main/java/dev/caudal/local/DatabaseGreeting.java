package dev.caudal.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** What a MariaDB or MySQL server sends to whoever connects: by it one knows that it serves. */
public final class DatabaseGreeting {
    private static final int TIMEOUT_MS = 2_000;
    private static final int PROTOCOL = 10;

    private DatabaseGreeting() {}

    /**
     * Whether a server of this machine greets; waits up to two seconds each for the connection and for the greeting.
     *
     * @param port where it listens
     * @return false while it does not, or says an error instead
     */
    public static boolean isSentBy(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MS);
            socket.setSoTimeout(TIMEOUT_MS);
            // A packet's length (3 bytes) and number, then its first byte: the protocol's version, or an error.
            var start = socket.getInputStream().readNBytes(5);
            return start.length == 5 && start[4] == PROTOCOL;
        } catch (IOException e) {
            return false;
        }
    }
}
