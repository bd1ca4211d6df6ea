package dev.caudal.mysql;

import java.util.Optional;

/**
 * How the log stores a column: the type byte and metadata of a table map event, with the real type of what is written
 * as STRING resolved (source: MySQL's {@code Table_map_event}, "Table_table_map_event column types").
 *
 * @param code the type byte, or the real one behind STRING
 * @param meta the metadata, as far as the code has some
 */
record WireType(int code, int meta) {

    static final int TINY = 1;
    static final int SHORT = 2;
    static final int LONG = 3;
    static final int FLOAT = 4;
    static final int DOUBLE = 5;
    static final int TIMESTAMP = 7;
    static final int LONGLONG = 8;
    static final int INT24 = 9;
    static final int DATE = 10;
    static final int TIME = 11;
    static final int DATETIME = 12;
    static final int YEAR = 13;
    static final int VARCHAR = 15;
    static final int TIMESTAMP2 = 17;
    static final int DATETIME2 = 18;
    static final int TIME2 = 19;
    static final int NEWDECIMAL = 246;
    static final int ENUM = 247;
    static final int SET = 248;
    static final int VECTOR = 242;
    static final int JSON = 245;
    static final int BLOB = 252;
    static final int STRING = 254;
    static final int GEOMETRY = 255;

    private static final int BLOB_COMPRESSED = 140;
    private static final int VARCHAR_COMPRESSED = 141;
    private static final int BIT = 16;

    /** The bytes of metadata behind a type byte. */
    static int metaBytes(int code) {
        return switch (code) {
            case FLOAT, DOUBLE, TIMESTAMP2, DATETIME2, TIME2, BLOB, BLOB_COMPRESSED, VECTOR, JSON, GEOMETRY -> 1;
            case BIT, VARCHAR, VARCHAR_COMPRESSED, NEWDECIMAL, STRING, ENUM, SET -> 2;
            default -> 0;
        };
    }

    /** From the type byte and its metadata, {@code first} the byte that comes first. */
    static WireType of(int code, int first, int second) {
        return switch (code) {
            case STRING -> string(first, second);
            case VARCHAR, VARCHAR_COMPRESSED -> new WireType(code, first | second << 8);
            case BIT -> new WireType(code, first + 8 * second);
            case NEWDECIMAL -> new WireType(code, first << 8 | second);
            default -> new WireType(code, first);
        };
    }

    private static WireType string(int first, int second) {
        if ((first & 0x30) != 0x30) {
            return new WireType(first | 0x30, second | ((first & 0x30) ^ 0x30) << 4);
        }
        return new WireType(first, second);
    }

    /** The bytes that hold the length in front of a value, 0 where values have one length. */
    int lengthPrefix() {
        return switch (code) {
            case VARCHAR, VARCHAR_COMPRESSED, STRING -> meta < 256 ? 1 : 2;
            case BLOB, BLOB_COMPRESSED, GEOMETRY, JSON, VECTOR -> meta;
            default -> 0;
        };
    }

    int precision() {
        return code == NEWDECIMAL ? meta >> 8 : 0;
    }

    /** The bytes of an ENUM, SET or BIT. */
    int packedBytes() {
        return switch (code) {
            case ENUM, SET -> meta;
            case BIT -> (meta + 7) / 8;
            default -> 0;
        };
    }

    boolean isCompressed() {
        return code == BLOB_COMPRESSED || code == VARCHAR_COMPRESSED;
    }

    /** The form of values that only this code has; empty where metadata tells it. */
    Optional<TextCharset> ownCharset() {
        return switch (code) {
            case GEOMETRY -> Optional.of(HexText.WKB);
            case JSON -> Optional.of(JsonText.JSON);
            case VECTOR -> Optional.of(HexText.VECTOR);
            default -> Optional.empty();
        };
    }

    /** Whether a form is that of one code. */
    static boolean isOwnCharset(TextCharset charset) {
        return charset == HexText.WKB || charset == JsonText.JSON || charset == HexText.VECTOR;
    }

    /** Digits behind the decimal point, or of the fraction of a second. */
    int fraction() {
        return switch (code) {
            case NEWDECIMAL -> meta & 0xff;
            case TIMESTAMP2, DATETIME2, TIME2 -> meta;
            default -> 0;
        };
    }

    /** Whether signedness metadata has a bit for the column. */
    boolean isNumeric() {
        return switch (code) {
            case TINY, SHORT, INT24, LONG, LONGLONG, NEWDECIMAL, FLOAT, DOUBLE, YEAR -> true;
            default -> false;
        };
    }

    /** Whether character set metadata of both servers has an entry for the column. */
    boolean isCharacter() {
        return switch (code) {
            case VARCHAR, STRING, BLOB, BLOB_COMPRESSED, VARCHAR_COMPRESSED, VECTOR, 253 -> true;
            default -> false;
        };
    }

    /** The column type; empty for what is not captured. */
    Optional<ColumnType> columnType() {
        return switch (code) {
            case TINY -> Optional.of(ColumnType.TINYINT);
            case SHORT -> Optional.of(ColumnType.SMALLINT);
            case INT24 -> Optional.of(ColumnType.MEDIUMINT);
            case LONG -> Optional.of(ColumnType.INT);
            case LONGLONG -> Optional.of(ColumnType.BIGINT);
            case FLOAT -> Optional.of(ColumnType.FLOAT);
            case DOUBLE -> Optional.of(ColumnType.DOUBLE);
            case NEWDECIMAL -> Optional.of(ColumnType.DECIMAL);
            case DATE -> Optional.of(ColumnType.DATE);
            case TIME2 -> Optional.of(ColumnType.TIME);
            case DATETIME2 -> Optional.of(ColumnType.DATETIME);
            case TIMESTAMP2 -> Optional.of(ColumnType.TIMESTAMP);
            case YEAR -> Optional.of(ColumnType.YEAR);
            case VARCHAR, VARCHAR_COMPRESSED -> Optional.of(ColumnType.VARCHAR);
            case STRING -> Optional.of(ColumnType.CHAR);
            case BLOB, BLOB_COMPRESSED, GEOMETRY, JSON, VECTOR -> Optional.of(ColumnType.TEXT);
            case ENUM -> Optional.of(ColumnType.ENUM);
            case SET -> Optional.of(ColumnType.SET);
            case BIT -> Optional.of(meta == 1 ? ColumnType.BOOLEAN : ColumnType.BIT);
            default -> Optional.empty();
        };
    }
}
