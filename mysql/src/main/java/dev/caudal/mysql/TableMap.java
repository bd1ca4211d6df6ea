package dev.caudal.mysql;

import dev.caudal.core.TableId;
import java.util.ArrayList;
import java.util.List;

/**
 * A table map event: how the row images that follow are laid out, with what the server tells about the columns beyond
 * that ({@code binlog_row_metadata}).
 *
 * @param table the table as it is selected, which may be spelled otherwise than in the log
 * @param types how each column is stored
 * @param metadata names, signs, character sets, labels and key, as far as the server sends them
 */
record TableMap(TableId table, List<WireType> types, TableMetadata metadata) {

    private static final int POST_HEADER = 8;

    /** The number by which rows events refer to a table map, the first six bytes of both. */
    static long number(byte[] source, int at) {
        return new LogCursor(source, at, at + 6).number(6);
    }

    /** Reads only the name of the table. */
    static TableId table(byte[] source, int at, int end) {
        LogCursor cursor = new LogCursor(source, at + POST_HEADER, end);
        return table(cursor);
    }

    private static TableId table(LogCursor cursor) {
        String schema = cursor.text(cursor.u1());
        cursor.skip(1);
        String name = cursor.text(cursor.u1());
        cursor.skip(1);
        return new TableId(schema, name);
    }

    /** Reads the event's body between {@code at} and {@code end}, checksum excluded; the table is known by {@code name}. */
    static TableMap parse(TableId name, byte[] source, int at, int end, LogDialect dialect) {
        LogCursor cursor = new LogCursor(source, at + POST_HEADER, end);
        TableId unused = table(cursor);
        int columns = cursor.length();
        byte[] codes = cursor.bytes(columns);
        LogCursor meta = cursor.part(cursor.length());
        List<WireType> types = new ArrayList<>(columns);
        for (byte code : codes) {
            int bytes = WireType.metaBytes(code & 0xff);
            int first = bytes > 0 ? meta.u1() : 0;
            types.add(WireType.of(code & 0xff, first, bytes > 1 ? meta.u1() : 0));
        }
        cursor.skip((columns + 7) / 8);
        return new TableMap(name, List.copyOf(types), TableMetadata.parse(cursor, types, dialect));
    }
}
