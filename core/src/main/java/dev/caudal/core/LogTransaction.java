package dev.caudal.core;

/**
 * A transaction of a MySQL log by the place where it begins, as {@code transactionId} and the fifth field of
 * {@code streamPosition} print it.
 *
 * @param number the log file's number in the upper 32 bits, the offset of the event that begins the transaction in the
 *     lower
 */
public record LogTransaction(long number) {

    private static final int DIGITS = 32;

    /**
     * Reads the 32 hexadecimal digits of {@code transactionId}.
     *
     * @throws IllegalArgumentException if the text is no such number, or one that no MySQL log has
     */
    public static LogTransaction parseId(String digits) {
        String upper = "0".repeat(DIGITS - 16);
        if (digits.length() != DIGITS || !digits.startsWith(upper)) {
            throw new IllegalArgumentException("'" + digits
                    + "' is no transaction of a MySQL log: that has 32 hexadecimal digits, the first 16 are 0.");
        }
        try {
            return new LogTransaction(Long.parseUnsignedLong(digits.substring(upper.length()), 16));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + digits + "' has other digits than hexadecimal ones.", e);
        }
    }

    /** The number in the log file's name: 4646 for {@code mysql-bin-changelog.004646}. */
    public long fileNumber() {
        return number >>> 32;
    }

    /** The offset in the file, in bytes, of the event that begins the transaction. */
    public long offset() {
        return number & 0xffff_ffffL;
    }
}
