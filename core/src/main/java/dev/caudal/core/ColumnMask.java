package dev.caudal.core;

import java.util.Arrays;

/**
 * A set of columns of one table, as {@code changeMask} and {@code columnMask} print it: bit {@code ordinal - 1} of a
 * number stands for the column, in upper-case hexadecimal, most significant byte first, {@code floor(columns / 8) + 1}
 * bytes wide (so a table of 8 columns has two bytes, as the samples of Replicate show). Reused from row to row; not
 * safe for use by several threads.
 */
public final class ColumnMask {

    private final byte[] littleEndian;

    /**
     * The empty set.
     *
     * @param columns how many columns the table has, at least 1
     */
    public ColumnMask(int columns) {
        littleEndian = new byte[columns / 8 + 1];
    }

    /** The set of all columns of a table that has {@code columns} of them. */
    public static ColumnMask all(int columns) {
        ColumnMask mask = new ColumnMask(columns);
        for (int index = 0; index < columns; index++) {
            mask.add(index);
        }
        return mask;
    }

    /** Empties the set. */
    public void clear() {
        Arrays.fill(littleEndian, (byte) 0);
    }

    /** Adds the column at {@code index}, counted from 0 (ordinal less one). */
    public void add(int index) {
        littleEndian[index >> 3] |= (byte) (1 << (index & 7));
    }

    /** Whether the column at {@code index}, counted from 0, is in the set. */
    public boolean contains(int index) {
        return (littleEndian[index >> 3] >> (index & 7) & 1) != 0;
    }

    /** Reads what {@link #toString} prints; {@code columns} as in the constructor. */
    public static ColumnMask parse(String hex, int columns) {
        ColumnMask mask = new ColumnMask(columns);
        if (hex.length() != 2 * mask.littleEndian.length) {
            throw new IllegalArgumentException("The mask " + hex + " has " + hex.length() + " digits; a table of "
                    + columns + " columns has " + 2 * mask.littleEndian.length + ".");
        }
        for (int at = 0; at < mask.littleEndian.length; at++) {
            int digits = 2 * (mask.littleEndian.length - 1 - at);
            mask.littleEndian[at] = (byte) Integer.parseInt(hex.substring(digits, digits + 2), 16);
        }
        return mask;
    }

    void writeTo(JsonBytes out) {
        for (int at = littleEndian.length - 1; at >= 0; at--) {
            out.hex(littleEndian[at], 2);
        }
    }

    /** The hexadecimal digits, for example {@code 1F} for all of five columns. */
    @Override
    public String toString() {
        JsonBytes out = new JsonBytes(2 * littleEndian.length);
        writeTo(out);
        return out.toString();
    }
}
