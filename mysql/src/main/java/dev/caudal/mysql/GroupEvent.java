package dev.caudal.mysql;

import java.util.Arrays;

/**
 * An event of a distributed transaction that was logged before it was committed.
 *
 * @param type which of {@link LogEvent}
 * @param source holds the event
 * @param body where its body starts there
 * @param bodyEnd where its body ends
 * @param start where it starts in the log file
 * @param inner where it starts among the events of a compressed transaction
 * @param end where it ends in the log file
 * @param second when its statement ran, seconds since 1970
 */
record GroupEvent(int type, byte[] source, int body, int bodyEnd, long start, long inner, long end, long second) {

    private static final int OVERHEAD = 128;

    /** The present event of a log, in the log's buffer. */
    static GroupEvent of(LogEvents log) {
        return new GroupEvent(
                log.type(), log.source(), log.body(), log.bodyEnd(), log.start(), log.inner(), log.end(), log.second());
    }

    /** This event in a buffer of its own. */
    GroupEvent kept() {
        byte[] bytes = Arrays.copyOfRange(source, body, bodyEnd);
        return new GroupEvent(type, bytes, 0, bytes.length, start, inner, end, second);
    }

    /** About how many bytes it takes when it is kept. */
    int size() {
        return bodyEnd - body + OVERHEAD;
    }

    /** Whether events of this type say what a transaction changes. */
    static boolean matters(int type) {
        return switch (type) {
            case LogEvent.TABLE_MAP,
                    LogEvent.WRITE_ROWS_V1,
                    LogEvent.UPDATE_ROWS_V1,
                    LogEvent.DELETE_ROWS_V1,
                    LogEvent.WRITE_ROWS,
                    LogEvent.UPDATE_ROWS,
                    LogEvent.DELETE_ROWS,
                    LogEvent.QUERY,
                    LogEvent.EXECUTE_LOAD_QUERY -> true;
            default -> false;
        };
    }
}
