package dev.caudal.mysql;

/**
 * A place in the binary log between two events.
 *
 * @param file the log file, for example {@code mysql-bin.000042}
 * @param offset bytes from the start of the file
 */
public record BinlogCoordinate(String file, long offset) implements Comparable<BinlogCoordinate> {

    /**
     * Reads {@code file:offset}, as {@link #toString} writes it.
     *
     * @throws IllegalArgumentException if it is not of that form, or the offset is below 4, where a file's first event is
     */
    public static BinlogCoordinate parse(String text) {
        int colon = text.lastIndexOf(':');
        String offset = text.substring(colon + 1);
        if (colon < 1 || !offset.matches("\\d{1,18}") || Long.parseLong(offset) < LogEvent.FILE_HEADER) {
            throw new IllegalArgumentException(
                    "'" + text
                            + "' is no place in a binary log: write <log file>:<offset>, as in mysql-bin.000042:1337; a file begins at 4.");
        }
        return new BinlogCoordinate(text.substring(0, colon), Long.parseLong(offset));
    }

    /** The number behind the last dot of a log file's name. */
    static long fileNumber(String file) {
        try {
            return Long.parseLong(file.substring(file.lastIndexOf('.') + 1));
        } catch (NumberFormatException e) {
            throw SourceException.fatal("The log file '" + file + "' has no number behind its last dot.", e);
        }
    }

    @Override
    public int compareTo(BinlogCoordinate other) {
        int byFile = Long.compare(fileNumber(file), fileNumber(other.file));
        return byFile != 0 ? byFile : Long.compare(offset, other.offset);
    }

    @Override
    public String toString() {
        return file + ":" + offset;
    }
}
