package dev.caudal.mysql;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A connection that streams the binary log. The driver for SQL connects, secures and logs in, so that both kinds of
 * connections do it in the same way; its socket is ours from then on.
 */
final class LogConnection implements AutoCloseable {

    /** How often an idle server sends a sign of life. */
    static final Duration HEARTBEAT = Duration.ofSeconds(1);

    private static final int SILENCE_MILLISECONDS = 30_000;
    private static final int PATIENCE_SECONDS = 600;

    private static final int DUMP = 0x12;
    private static final int WITH_ANNOTATIONS = 2;

    /**
     * Files with checksums are read also while the server writes new ones without, and the other way round. Who looks for
     * something elsewhere in the log lets the server wait. MariaDB sends GTIDs to who says 4; MySQL passes that over.
     */
    private static final String SESSION = "SET @master_binlog_checksum = 'CRC32', @master_heartbeat_period = "
            + HEARTBEAT.toNanos() + ", @mariadb_slave_capability = 4, SESSION net_write_timeout = " + PATIENCE_SECONDS;

    private final SourceConfig.Address address;
    private final long serverId;
    private final BinlogCoordinate from;
    private final LogSocket socket = new LogSocket();

    LogConnection(SourceConfig.Address address, long serverId, BinlogCoordinate from) {
        this.address = address;
        this.serverId = serverId;
        this.from = from;
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
        try (SourceConnection connection = socket.open(address);
                LogSocket logs = socket) {
            connection.execute(SESSION);
            Socket open = logs.socket();
            open.setSoTimeout(SILENCE_MILLISECONDS);
            requestLog(open.getOutputStream(), connection.isMariaDb() ? WITH_ANNOTATIONS : 0);
            reader.read(open.getInputStream());
        } catch (IOException e) {
            throw SourceException.passing("Lost the log of " + address + ": " + e.getMessage(), e);
        }
    }

    /** Asks for all events, since positions inside MariaDB's transactions are sums of sizes. */
    private void requestLog(OutputStream out, int flags) throws IOException {
        byte[] file = from.file().getBytes(StandardCharsets.UTF_8);
        ByteBuffer packet = ByteBuffer.allocate(15 + file.length).order(ByteOrder.LITTLE_ENDIAN);
        packet.putInt(11 + file.length)
                .put((byte) DUMP)
                .putInt((int) from.offset())
                .putShort((short) flags)
                .putInt((int) serverId)
                .put(file);
        out.write(packet.array());
        out.flush();
    }

    /** Ends the connection, from any thread. */
    @Override
    public void close() {
        socket.close();
    }
}
