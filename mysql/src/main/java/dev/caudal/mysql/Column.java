package dev.caudal.mysql;

import java.util.List;

/**
 * A column as capture needs it.
 *
 * @param name its name
 * @param type its type
 * @param unsigned whether a number has no sign
 * @param fraction digits behind the decimal point (DECIMAL) or of the second (TIME, DATETIME, TIMESTAMP)
 * @param charset how strings become text, also the labels of an ENUM or SET; UTF-8 for all others
 * @param labels the labels of an ENUM or SET as UTF-8, from the first; empty for all others
 */
record Column(String name, ColumnType type, boolean unsigned, int fraction, TextCharset charset, List<byte[]> labels) {

    /** How the names of columns begin that MariaDB makes. */
    static final String HIDDEN = "DB_ROW_HASH_";

    Column {
        labels = List.copyOf(labels);
    }

    /** Whether values may be large: text and bytes of a type that has no length, JSON and geometry. */
    boolean isLob() {
        return type == ColumnType.TEXT && charset != HexText.VECTOR;
    }

    /** Whether the name is one that MariaDB gives to columns of its own, which hold a UNIQUE key over long text. */
    boolean isHidden() {
        return name.startsWith(HIDDEN);
    }
}
