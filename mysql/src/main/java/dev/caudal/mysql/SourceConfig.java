package dev.caudal.mysql;

import dev.caudal.core.MessageFormat;
import dev.caudal.core.TableId;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A source and what is captured from it.
 *
 * @param address the server and how to log in
 * @param tables the tables, each once, at least one
 * @param fullLoad whether the rows that are there are loaded
 * @param applyChanges whether changes are followed
 * @param loadConnections connections that load at the same time, 1 to 64
 * @param loadEpoch how long one snapshot may be held, more than 0
 * @param serverId the number by which the source knows this reader among its replicas, 1 to 4294967295
 * @param format the shape of messages
 * @param rowKeys whether messages carry the text of the row's primary key
 * @param transactionRows rows of one database transaction that are delivered together, at least 1; a larger one is split
 * @param transactionBytes the same in bytes, at least 1
 * @param shapes by table what of it goes into messages; a table that is missing here is sent whole
 */
public record SourceConfig(
        Address address,
        List<TableId> tables,
        boolean fullLoad,
        boolean applyChanges,
        int loadConnections,
        Duration loadEpoch,
        long serverId,
        MessageFormat format,
        boolean rowKeys,
        int transactionRows,
        long transactionBytes,
        Map<TableId, TableShape> shapes) {

    /** Copies the list and the map. */
    public SourceConfig {
        tables = List.copyOf(tables);
        shapes = Map.copyOf(shapes);
    }

    TableShape shape(TableId table) {
        return shapes.getOrDefault(table, TableShape.WHOLE);
    }

    /**
     * A server and how to log in.
     *
     * @param host host name or address
     * @param port TCP port
     * @param user user name
     * @param password password, may be empty
     * @param tls how the connection is secured
     * @param certificateAuthority for the two verifying modes, PEM or the path of a file with it; empty for the authorities of the JDK
     */
    public record Address(
            String host, int port, String user, String password, TlsMode tls, String certificateAuthority) {

        /** {@code host:port}, without user and password. */
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }
}
