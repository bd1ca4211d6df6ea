package dev.caudal.mysql;

import dev.caudal.core.ChangeSequence;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Up to where the log has been delivered. A position inside a database transaction exists only for one that is too
 * large for a Kafka transaction; a restart reads such a transaction again from its start and passes over what was
 * delivered (see ADR 2 on what is counted).
 *
 * @param start where the next transaction starts, or the one that is partly delivered
 * @param events rows events of that transaction, of all tables, that are done
 * @param rows rows that are done of the rows event after those
 * @param delivered events of that transaction that consumers have, for {@code transactionEventCounter}
 * @param sequence the change sequence of the last delivered change
 * @param server whose log {@code start} is a place of (see {@link Catalog#server}), {@link #BY_GTIDS}, or an empty text
 *     where it is not known
 * @param gtids the global identifiers of all transactions that are delivered, or an empty text where they are not known
 */
record LogPosition(
        BinlogCoordinate start,
        long events,
        int rows,
        long delivered,
        ChangeSequence sequence,
        String server,
        String gtids) {

    /** Stands for a server where only {@link #gtids} say where to go on. */
    static final String BY_GTIDS = "any";

    private static final long VERSION = 1;

    /** A position between two transactions. */
    static LogPosition between(BinlogCoordinate start, ChangeSequence sequence) {
        return new LogPosition(start, 0, 0, 0, sequence, "", "");
    }

    /** This position in the log of a server, with what is delivered. */
    LogPosition on(String otherServer, String deliveredGtids) {
        return new LogPosition(start, events, rows, delivered, sequence, otherServer, deliveredGtids);
    }

    /** Whether a transaction is delivered in part. */
    boolean isInside() {
        return events > 0 || rows > 0;
    }

    Map<String, Object> offset() {
        Map<String, Object> offset = new LinkedHashMap<>();
        offset.put("version", VERSION);
        offset.put("file", start.file());
        offset.put("offset", start.offset());
        offset.put("events", events);
        offset.put("rows", (long) rows);
        offset.put("delivered", delivered);
        offset.put("sequenceTime", sequence.time());
        offset.put("sequence", sequence.count());
        offset.put("server", server);
        offset.put("gtids", gtids);
        return offset;
    }

    static LogPosition of(Map<String, ?> offset) {
        OffsetFields fields = new OffsetFields(offset);
        long version = fields.number("version", VERSION);
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "The position has format version " + version + "; this Caudal reads version " + VERSION + ".");
        }
        String file = fields.text("file", "");
        long start = fields.number("offset", -1);
        if (file.isEmpty() || start < 4) {
            throw new IllegalArgumentException(
                    "A position needs 'file' and 'offset' (4 or more, the start of a transaction), got " + offset
                            + ".");
        }
        return new LogPosition(
                new BinlogCoordinate(file, start),
                fields.number("events", 0),
                (int) fields.number("rows", 0),
                fields.number("delivered", 0),
                new ChangeSequence(fields.number("sequenceTime", 0), fields.number("sequence", unknownSequence())),
                fields.text("server", ""),
                fields.text("gtids", ""));
    }

    /** A position written by hand may lack the sequence: then it jumps ahead of all that was ever sent. */
    private static long unknownSequence() {
        return System.currentTimeMillis() * 1000;
    }
}
