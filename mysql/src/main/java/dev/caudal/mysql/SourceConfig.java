package dev.caudal.mysql;

import dev.caudal.core.MessageFormat;
import dev.caudal.core.TableId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
 * @param policies what happens to rows that cannot be sent, and about statements that define tables
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
        Map<TableId, TableShape> shapes,
        SourcePolicies policies) {

    /** Copies the list and the map. */
    public SourceConfig {
        tables = List.copyOf(tables);
        shapes = Map.copyOf(shapes);
    }

    /**
     * A source that is looked at and asked, not captured from: one connection, no batches.
     *
     * @param address the server and how to log in
     * @param tables the tables, each once; may be none where those are not known yet
     * @param fullLoad whether rows shall be loaded later
     * @param applyChanges whether changes shall be followed later
     * @param shapes by table what of it goes into messages; a table that is missing here is sent whole
     */
    public static SourceConfig toLook(
            Address address,
            List<TableId> tables,
            boolean fullLoad,
            boolean applyChanges,
            Map<TableId, TableShape> shapes) {
        return new SourceConfig(
                address,
                tables,
                fullLoad,
                applyChanges,
                1,
                Duration.ofMinutes(5),
                1,
                MessageFormat.STANDARD,
                true,
                1,
                1,
                shapes,
                SourcePolicies.STANDARD);
    }

    TableShape shape(TableId table) {
        return shapes.getOrDefault(table, TableShape.WHOLE).limiting(policies.lobs());
    }

    /** The same, of which only some columns of tables are sent; a table that is missing here as before. */
    SourceConfig sending(Map<TableId, List<String>> columns) {
        Map<TableId, TableShape> fewer = new HashMap<>(shapes);
        columns.forEach((table, names) -> fewer.put(table, shape(table).sending(names)));
        return with(address, fewer);
    }

    /**
     * The same for a target that is known.
     *
     * @param target by table where its rows can go
     */
    public SourceConfig into(Function<TableId, Destinations> target) {
        Map<TableId, TableShape> routed = new HashMap<>(shapes);
        routed.replaceAll((table, shape) -> shape.within(target.apply(table)));
        return with(address, routed);
    }

    /** The same from a server that answers now. */
    SourceConfig reachable() {
        return with(SourceConnection.reachable(address), shapes);
    }

    private SourceConfig with(Address otherAddress, Map<TableId, TableShape> otherShapes) {
        return new SourceConfig(
                otherAddress,
                tables,
                fullLoad,
                applyChanges,
                loadConnections,
                loadEpoch,
                serverId,
                format,
                rowKeys,
                transactionRows,
                transactionBytes,
                otherShapes,
                policies);
    }

    /**
     * Another server of the same replication, with the same user.
     *
     * @param host host name or address
     * @param port TCP port, 1 to 65535
     */
    public record Standby(String host, int port) {

        private static final Pattern FORM = Pattern.compile("(\\[[^\\]]+]|[^:]+)(?::(\\d{1,5}))?");

        /**
         * Reads an address.
         *
         * @param text {@code host} or {@code host:port}
         * @param usual the port where the text has none
         * @throws IllegalArgumentException if it is not of this form
         */
        public static Standby parse(String text, int usual) {
            Matcher matcher = FORM.matcher(text.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException("'" + text + "' is not host or host:port, as db2 or db2:3306");
            }
            String given = matcher.group(2);
            int port = given == null ? usual : Integer.parseInt(given);
            if (port < 1 || port > 65535) {
                throw new IllegalArgumentException("'" + text + "' has port " + port + "; it must be 1 to 65535");
            }
            return new Standby(matcher.group(1), port);
        }
    }

    /**
     * A server and how to log in.
     *
     * @param host host name or address
     * @param port TCP port
     * @param user user name
     * @param login how the user shows who they are
     * @param tls how the connection is secured
     * @param certificateAuthority for the two verifying modes, PEM or the path of a file with it; empty for the authorities of the JDK
     * @param standby others of the same replication, tried in this order where the server does not answer
     */
    public record Address(
            String host,
            int port,
            String user,
            SourceLogin login,
            TlsMode tls,
            String certificateAuthority,
            List<Standby> standby) {

        /** Copies the list. */
        public Address {
            standby = List.copyOf(standby);
        }

        /** A server without standbys, and a user with a password. */
        public Address(String host, int port, String user, String password, TlsMode tls, String certificateAuthority) {
            this(host, port, user, new SourceLogin.Password(password), tls, certificateAuthority, List.of());
        }

        /**
         * The same with other standbys.
         *
         * @param others tried in this order where the server does not answer
         */
        public Address withStandby(List<Standby> others) {
            return new Address(host, port, user, login, tls, certificateAuthority, others);
        }

        /** Whether a plain connection is out of the question, whatever the mode says. */
        boolean needsTls() {
            return login instanceof SourceLogin.RdsToken;
        }

        /** The addresses to try, each without standbys. */
        List<Address> each() {
            List<Address> each = new ArrayList<>();
            each.add(withStandby(List.of()));
            standby.forEach(it ->
                    each.add(new Address(it.host(), it.port(), user, login, tls, certificateAuthority, List.of())));
            return each;
        }

        /** {@code host:port}, without user and password. */
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }
}
