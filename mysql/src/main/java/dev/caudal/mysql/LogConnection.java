package dev.caudal.mysql;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.network.SSLMode;
import com.github.shyiko.mysql.binlog.network.ServerException;
import com.github.shyiko.mysql.binlog.network.protocol.command.QueryCommand;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A connection that streams the binary log. The client library connects, secures and logs in; the stream behind that is
 * read by us, because the library's own loop costs as much as everything else together.
 */
final class LogConnection implements AutoCloseable {

    /** How often an idle server sends a sign of life. */
    static final Duration HEARTBEAT = Duration.ofSeconds(1);

    /** The library's logger by java.util.logging is mute: what fails comes to us as an exception. Held, so that it stays. */
    private static final Logger LIBRARY = Logger.getLogger("com.github.shyiko.mysql.binlog");

    private static final Logger CLIENT = Logger.getLogger(Client.class.getName());

    static {
        LIBRARY.setLevel(Level.OFF);
        CLIENT.setLevel(Level.OFF);
    }

    private static final int SILENCE_MILLISECONDS = 30_000;
    private static final int PATIENCE_SECONDS = 600;
    private static final int RECEIVE_BUFFER = 1 << 20;

    private final SourceConfig.Address address;
    private final Client client;

    LogConnection(SourceConfig.Address address, long serverId, BinlogCoordinate from) {
        this.address = address;
        client = new Client(address);
        client.setServerId(serverId);
        client.setBinlogFilename(from.file());
        client.setBinlogPosition(from.offset());
        client.setKeepAlive(false);
        // Positions inside MariaDB's transactions are sums of sizes, so no event may be left out.
        client.setUseSendAnnotateRowsEvent(true);
        client.setConnectTimeout(10_000);
        client.setHeartbeatInterval(HEARTBEAT.toMillis());
        client.setSSLMode(
                switch (address.tls()) {
                    case DISABLED -> SSLMode.DISABLED;
                    case PREFERRED -> SSLMode.PREFERRED;
                    case REQUIRED -> SSLMode.REQUIRED;
                    case VERIFY_CA, VERIFY_IDENTITY -> SSLMode.VERIFY_CA;
                });
        if (address.tls().verifies()) {
            client.setSslSocketFactory(new LogTls(address));
        }
        client.setSocketFactory(LogConnection::socket);
    }

    private static Socket socket() throws SocketException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(RECEIVE_BUFFER);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(SILENCE_MILLISECONDS);
        return socket;
    }

    /** Opens the library's connection to us. */
    private static final class Client extends BinaryLogClient {

        Client(SourceConfig.Address address) {
            super(address.host(), address.port(), address.user(), address.password());
        }

        /**
         * Files with checksums are read also while the server writes new ones without, and the other way round. Who looks
         * for something elsewhere in the log lets the server wait.
         */
        @Override
        protected void requestBinaryLogStream() throws IOException {
            set("@master_binlog_checksum = 'CRC32'");
            set("SESSION net_write_timeout = " + PATIENCE_SECONDS);
            super.requestBinaryLogStream();
        }

        private void set(String assignment) throws IOException {
            channel.write(new QueryCommand("SET " + assignment));
            checkError(channel.read());
        }

        InputStream stream() {
            return channel.getInputStream();
        }
    }

    /** What reads the stream; it returns when it has read enough. */
    interface StreamReader {

        /** Reads packets of the protocol, the first being the first of the log. */
        void read(InputStream stream) throws IOException, InterruptedException;
    }

    /** Lets {@code reader} look at the log from {@code from} on, beside the tasks that read it. */
    static void look(SourceConfig.Address address, BinlogCoordinate from, StreamReader reader)
            throws InterruptedException {
        // Tasks have smaller numbers; another reader of the same number would be thrown out.
        long serverId = ThreadLocalRandom.current().nextLong(1L << 31, 0xffff_ffffL);
        try (LogConnection connection = new LogConnection(address, serverId, from)) {
            connection.stream(reader);
        }
    }

    /** To be asked between events by who reads many of them without waiting for anything else. */
    static void goOn() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** Connects and lets {@code reader} read, on the calling thread, until it returns or the connection ends. */
    void stream(StreamReader reader) throws InterruptedException {
        Takeover takeover = new Takeover(reader);
        client.registerLifecycleListener(takeover);
        try {
            client.connect();
        } catch (ServerException e) {
            throw refused(e);
        } catch (IOException e) {
            throw TlsFailure.of(address, e)
                    .orElseGet(() ->
                            SourceException.passing("Cannot read the log of " + address + ": " + e.getMessage(), e));
        } catch (UncheckedIOException e) {
            throw SourceException.passing("Lost the log of " + address + ": " + e.getMessage(), e);
        }
        if (takeover.interrupted) {
            throw new InterruptedException();
        }
    }

    private SourceException refused(ServerException e) {
        String message = "The server " + address + " refuses to send its log to '" + address.user() + "': "
                + e.getMessage() + " (error " + e.getErrorCode() + ")";
        boolean denied = e.getErrorCode() == 1045 || e.getErrorCode() == 1227;
        return denied
                ? SourceException.fatal(message + ". GRANT REPLICATION SLAVE to the user, or check the password.", e)
                : SourceException.passing(message + ".", e);
    }

    /** Hands the stream over as soon as the server sends it, before the library reads from it. */
    private final class Takeover extends BinaryLogClient.AbstractLifecycleListener {

        private final StreamReader reader;
        private boolean interrupted;

        Takeover(StreamReader reader) {
            this.reader = reader;
        }

        @Override
        public void onConnect(BinaryLogClient connected) {
            try {
                reader.read(client.stream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                interrupted = true;
            } finally {
                close();
            }
        }
    }

    /** Ends the connection, from any thread. */
    @Override
    public void close() {
        try {
            client.disconnect();
        } catch (IOException e) {
            // It is gone already, which is what was wanted.
        }
    }
}
