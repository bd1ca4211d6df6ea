package dev.caudal.mysql;

import dev.caudal.core.JsonBytes;

/** One column of a row image: how long its value is, and the value as JSON or as the text of a key. */
final class ColumnReader {

    static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

    private final ColumnType type;
    private final Column column;
    private final TextCharset charset;
    private final int prefix;
    private final int fixed;
    private final Decimal decimal;

    /**
     * A reader for values of {@code column}.
     *
     * @param column the column
     * @param wire how the log stores it
     */
    ColumnReader(Column column, WireType wire) {
        this.type = column.type();
        this.column = column;
        this.charset = charset(column, wire);
        this.prefix = wire.lengthPrefix();
        this.decimal = new Decimal(wire.precision(), type == ColumnType.DECIMAL ? column.fraction() : 0);
        this.fixed = switch (type) {
            case DECIMAL -> decimal.bytes();
            case TIME -> 3 + Temporal.fractionBytes(column.fraction());
            case DATETIME -> 5 + Temporal.fractionBytes(column.fraction());
            case TIMESTAMP -> 4 + Temporal.fractionBytes(column.fraction());
            case ENUM, SET, BIT -> wire.packedBytes();
            default -> type.bytes();
        };
    }

    private static TextCharset charset(Column column, WireType wire) {
        boolean padded = column.type() == ColumnType.CHAR && column.charset() == HexText.BINARY;
        TextCharset charset = padded ? HexText.padded(wire.meta()) : column.charset();
        return wire.isCompressed() ? new CompressedText(charset) : charset;
    }

    /** The bytes of the value at {@code at}, with its length prefix. */
    int length(byte[] source, int at) {
        return prefix == 0 ? fixed : prefix + (int) LogCursor.littleEndian(source, at, prefix);
    }

    /** A whole number; only for integer columns. Unsigned 64-bit values keep their bits. */
    long integer(byte[] source, int at) {
        long value = LogCursor.littleEndian(source, at, fixed);
        int shift = 64 - 8 * fixed;
        return column.unsigned() ? value : value << shift >> shift;
    }

    /** Writes the value as JSON. */
    void json(byte[] source, int at, JsonBytes out) {
        switch (type) {
            case CHAR,
                    VARCHAR,
                    TEXT,
                    TINYINT,
                    SMALLINT,
                    MEDIUMINT,
                    INT,
                    BIGINT,
                    FLOAT,
                    DOUBLE,
                    YEAR,
                    ENUM,
                    SET,
                    BOOLEAN,
                    BIT -> write(source, at, out, true);
            case DECIMAL, DATE, TIME, DATETIME, TIMESTAMP -> {
                out.raw('"');
                write(source, at, out, false);
                out.raw('"');
            }
        }
    }

    /** Writes the value as bare text. */
    void text(byte[] source, int at, JsonBytes out) {
        write(source, at, out, false);
    }

    private void write(byte[] source, int at, JsonBytes out, boolean quoted) {
        switch (type) {
            case TINYINT, SMALLINT, MEDIUMINT, INT, BIGINT -> writeInteger(integer(source, at), out);
            case CHAR, VARCHAR, TEXT ->
                charset.write(source, at + prefix, (int) LogCursor.littleEndian(source, at, prefix), out, quoted);
            case DECIMAL -> decimal.write(source, at, out);
            case FLOAT -> Floats.write(Float.intBitsToFloat((int) LogCursor.littleEndian(source, at, 4)), out);
            case DOUBLE -> Floats.write(Double.longBitsToDouble(LogCursor.littleEndian(source, at, 8)), out);
            case DATE -> Temporal.date(source, at, out);
            case TIME -> Temporal.time(source, at, column.fraction(), out);
            case DATETIME -> Temporal.datetime(source, at, column.fraction(), out);
            case TIMESTAMP -> Temporal.timestamp(source, at, column.fraction(), out);
            case YEAR -> out.number(source[at] == 0 ? 0 : 1900 + (source[at] & 0xff));
            case ENUM -> writeLabel((int) LogCursor.littleEndian(source, at, fixed), out, quoted);
            case SET -> writeLabels(LogCursor.littleEndian(source, at, fixed), out, quoted);
            case BOOLEAN -> out.raw(source[at] == 0 ? FALSE : TRUE);
            case BIT -> HexText.BINARY.write(source, at, fixed, out, quoted);
        }
    }

    private void writeInteger(long value, JsonBytes out) {
        if (column.unsigned()) {
            out.unsigned(value);
        } else {
            out.number(value);
        }
    }

    private void writeLabel(int index, JsonBytes out, boolean quoted) {
        byte[] label = index == 0 ? new byte[0] : column.labels().get(index - 1);
        TextCharset.UTF8.write(label, 0, label.length, out, quoted);
    }

    private void writeLabels(long bits, JsonBytes out, boolean quoted) {
        JsonBytes chosen = new JsonBytes(64);
        for (int index = 0; index < column.labels().size(); index++) {
            if ((bits >> index & 1) != 0) {
                if (chosen.length() > 0) {
                    chosen.raw(',');
                }
                chosen.raw(column.labels().get(index));
            }
        }
        TextCharset.UTF8.write(chosen.toByteArray(), 0, chosen.length(), out, quoted);
    }
}
