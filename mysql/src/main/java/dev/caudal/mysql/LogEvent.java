package dev.caudal.mysql;

/** The types of log events by number (source: MySQL's {@code Log_event_type}, MariaDB's {@code Log_event_type}). */
final class LogEvent {

    static final int HEADER = 19;
    static final int CHECKSUM = 4;
    static final int FILE_HEADER = 4;

    static final int QUERY = 2;
    static final int STOP = 3;
    static final int ROTATE = 4;
    static final int INTVAR = 5;
    static final int APPEND_BLOCK = 9;
    static final int DELETE_FILE = 11;
    static final int RAND = 13;
    static final int USER_VAR = 14;
    static final int FORMAT_DESCRIPTION = 15;
    static final int XID = 16;
    static final int BEGIN_LOAD_QUERY = 17;
    static final int EXECUTE_LOAD_QUERY = 18;
    static final int TABLE_MAP = 19;
    static final int WRITE_ROWS_V1 = 23;
    static final int UPDATE_ROWS_V1 = 24;
    static final int DELETE_ROWS_V1 = 25;
    static final int HEARTBEAT = 27;
    static final int ROWS_QUERY = 29;
    static final int WRITE_ROWS = 30;
    static final int UPDATE_ROWS = 31;
    static final int DELETE_ROWS = 32;
    static final int GTID = 33;
    static final int ANONYMOUS_GTID = 34;
    static final int PREVIOUS_GTIDS = 35;
    static final int TRANSACTION_CONTEXT = 36;
    static final int VIEW_CHANGE = 37;
    static final int XA_PREPARE = 38;
    static final int TRANSACTION_PAYLOAD = 40;
    static final int HEARTBEAT_V2 = 41;
    static final int GTID_TAGGED = 42;
    static final int ANNOTATE_ROWS = 160;
    static final int BINLOG_CHECKPOINT = 161;
    static final int MARIADB_GTID = 162;
    static final int MARIADB_GTID_LIST = 163;
    static final int START_ENCRYPTION = 164;

    private static final int IGNORABLE = 0x80;

    private LogEvent() {}

    /** Whether the event stands in a log file; the others are made for the connection. */
    static boolean isWritten(int type) {
        return type != HEARTBEAT && type != HEARTBEAT_V2;
    }

    /** Whether an event that is not handled may be passed over without losing a change. */
    static boolean mayBeIgnored(int type, int flags) {
        return switch (type) {
            case STOP,
                    INTVAR,
                    APPEND_BLOCK,
                    DELETE_FILE,
                    BEGIN_LOAD_QUERY,
                    RAND,
                    USER_VAR,
                    HEARTBEAT,
                    HEARTBEAT_V2,
                    ROWS_QUERY,
                    PREVIOUS_GTIDS,
                    TRANSACTION_CONTEXT,
                    VIEW_CHANGE,
                    ANNOTATE_ROWS,
                    BINLOG_CHECKPOINT,
                    MARIADB_GTID_LIST,
                    START_ENCRYPTION -> true;
            default -> (flags & IGNORABLE) != 0;
        };
    }

    /** The refusal of an event that cannot be passed over. */
    static SourceException unsupported(int type, BinlogCoordinate at) {
        String remedy = switch (type) {
            case 39 -> "a partial JSON update: SET GLOBAL binlog_row_value_options = ''";
            case 26 -> "an incident: the server itself says that its log misses changes. Reload the tables";
            default -> "not known. Tell us the server's version";
        };
        return SourceException.fatal(
                "The event at " + at + " has type " + type + ", which cannot be captured: it is " + remedy + ".");
    }
}
