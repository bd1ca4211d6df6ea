package dev.caudal.mysql;

import dev.caudal.core.JsonBytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One column of a loaded row: what is asked of the server, and its answer as the log would give it. */
final class LoadColumn {

    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final Column column;
    private final int index;
    private final TextCharset charset;
    private final boolean bytes;

    /**
     * A column of a query.
     *
     * @param column the column
     * @param index its place in the query, from 1
     */
    LoadColumn(Column column, int index) {
        this.column = column;
        this.index = index;
        this.charset = column.charset().loaded();
        this.bytes = switch (column.type()) {
            case TINYINT, SMALLINT, MEDIUMINT, INT, YEAR, FLOAT, DOUBLE -> false;
            case BIGINT -> column.unsigned();
            case DECIMAL, CHAR, VARCHAR, TEXT, DATE, TIME, DATETIME, TIMESTAMP, ENUM, SET, BOOLEAN, BIT -> true;
        };
    }

    /**
     * What the query selects. FLOAT as DOUBLE, because the server prints only six digits of it,
     * and DOUBLE without the digits that DOUBLE(M,D) is rounded to; times one, which keeps -0.
     */
    String expression() {
        String name = SourceConnection.identifier(column.name());
        return switch (column.type()) {
            case TINYINT, SMALLINT, MEDIUMINT, INT -> name;
            case CHAR, VARCHAR, TEXT, ENUM, SET -> column.charset().selected(name);
            case BOOLEAN, BIT -> "CAST(" + name + " AS BINARY)";
            case BIGINT -> column.unsigned() ? castToText(name) : name;
            case FLOAT, DOUBLE -> name + " * 1e0";
            case YEAR -> name + " + 0";
            case DECIMAL, DATE, TIME, DATETIME, TIMESTAMP -> castToText(name);
        };
    }

    private static String castToText(String name) {
        return "CAST(" + name + " AS CHAR)";
    }

    /** Writes the value of the current row as JSON. */
    void json(ResultSet row, JsonBytes out) throws SQLException {
        switch (column.type()) {
            case DECIMAL, DATE, TIME, DATETIME, TIMESTAMP -> quoted(row, out);
            case TINYINT,
                    SMALLINT,
                    MEDIUMINT,
                    INT,
                    BIGINT,
                    YEAR,
                    FLOAT,
                    DOUBLE,
                    CHAR,
                    VARCHAR,
                    TEXT,
                    ENUM,
                    SET,
                    BOOLEAN,
                    BIT -> write(row, out, true);
        }
    }

    /** Writes the value of the current row as bare text; false, having written nothing, where it is NULL. */
    boolean text(ResultSet row, JsonBytes out) throws SQLException {
        return write(row, out, false);
    }

    /** The value of the current row as a number; only for integer columns. */
    long integer(ResultSet row) throws SQLException {
        return bytes ? Long.parseUnsignedLong(row.getString(index)) : row.getLong(index);
    }

    private void quoted(ResultSet row, JsonBytes out) throws SQLException {
        int mark = out.length();
        out.raw('"');
        if (write(row, out, false)) {
            out.raw('"');
        } else {
            out.truncate(mark);
            out.raw(NULL);
        }
    }

    /** Writes the value; for NULL writes {@code null} if {@code json}, and returns false. */
    private boolean write(ResultSet row, JsonBytes out, boolean json) throws SQLException {
        boolean present = bytes ? bytes(row.getBytes(index), out, json) : number(row, out);
        if (!present && json) {
            out.raw(NULL);
        }
        return present;
    }

    private boolean bytes(byte @Nullable [] value, JsonBytes out, boolean json) {
        if (value == null) {
            return false;
        }
        switch (column.type()) {
            case CHAR, VARCHAR, TEXT, ENUM, SET -> charset.write(value, 0, value.length, out, json);
            case BOOLEAN -> out.raw(value[0] == 0 ? ColumnReader.FALSE : ColumnReader.TRUE);
            case BIT -> HexText.BINARY.write(value, 0, value.length, out, json);
            case DATETIME, TIMESTAMP -> Temporal.completed(value, out);
            case DECIMAL, BIGINT -> Decimal.completed(value, out);
            case DATE, TIME -> out.raw(value);
            case TINYINT, SMALLINT, MEDIUMINT, INT, YEAR, FLOAT, DOUBLE ->
                throw new IllegalStateException("read as a number: " + column);
        }
        return true;
    }

    private boolean number(ResultSet row, JsonBytes out) throws SQLException {
        if (column.type() == ColumnType.FLOAT || column.type() == ColumnType.DOUBLE) {
            return floating(row, out);
        }
        long value = row.getLong(index);
        if (value == 0 && row.wasNull()) {
            return false;
        }
        out.number(value);
        return true;
    }

    private boolean floating(ResultSet row, JsonBytes out) throws SQLException {
        double value = row.getDouble(index);
        if (row.wasNull()) {
            return false;
        }
        if (column.type() == ColumnType.FLOAT) {
            Floats.write((float) value, out);
        } else {
            Floats.write(value, out);
        }
        return true;
    }
}
