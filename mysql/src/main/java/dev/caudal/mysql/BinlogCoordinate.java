package dev.caudal.mysql;

/**
 * A place in the binary log between two events.
 *
 * @param file the log file, for example {@code mysql-bin.000042}
 * @param offset bytes from the start of the file
 */
record BinlogCoordinate(String file, long offset) implements Comparable<BinlogCoordinate> {

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
