package dev.caudal.mysql;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The socket of a connection that the driver opens and that streams the log then. Any thread may close it, also while it is
 * being opened.
 */
final class LogSocket implements AutoCloseable {

    private static final int RECEIVE_BUFFER = 1 << 20;

    /** What this thread opens; the driver makes objects of its own of our classes. */
    private static final ThreadLocal<@Nullable LogSocket> OPENING = new ThreadLocal<>();

    private @Nullable Socket plain;
    private @Nullable Socket secured;
    private boolean closed;

    /** Connects and logs in. */
    SourceConnection open(SourceConfig.Address address) {
        OPENING.set(this);
        try {
            return SourceConnection.open(address);
        } finally {
            OPENING.remove();
        }
    }

    /** A socket for a connection that this thread opens; not connected yet. */
    static Socket plain() throws SocketException {
        Socket socket = new Socket();
        LogSocket opening = OPENING.get();
        if (opening != null) {
            socket.setReceiveBufferSize(RECEIVE_BUFFER);
            opening.takePlain(socket);
        }
        return socket;
    }

    /** The socket around that one, where the connection is secured. */
    static void secured(Socket socket) {
        LogSocket opening = OPENING.get();
        if (opening != null) {
            opening.takeSecured(socket);
        }
    }

    private synchronized void takePlain(Socket socket) throws SocketException {
        if (closed) {
            throw new SocketException("it was closed");
        }
        plain = socket;
        secured = null;
    }

    private synchronized void takeSecured(Socket socket) {
        secured = socket;
    }

    /** The socket that is open, between two answers of the server. */
    synchronized Socket socket() {
        return secured != null ? secured : Objects.requireNonNull(plain);
    }

    /** Whoever reads from it fails. */
    @Override
    public synchronized void close() {
        closed = true;
        if (plain != null) {
            try {
                plain.close();
            } catch (IOException e) {
                // It is gone already, which is what was wanted.
            }
        }
    }
}
