package dev.caudal.mysql;

/** What the server's refusal to send its log means. */
final class LogFailure {

    private static final int FATAL_ERROR_READING_BINLOG = 1236;
    private static final int RIGHT_MISSING = 1227;

    /** How all tables of a task are loaded again, which also lets go of the old log. */
    static final String RELOAD = "reload all its tables (stop the task, set the offset of each table to"
            + " {\"load\": <its load number>}, and resume it)";

    private LogFailure() {}

    static SourceException of(int code, String message) {
        if (code == RIGHT_MISSING) {
            return SourceException.fatal("The server refuses to send its log: " + message + " (error " + code
                    + "). GRANT REPLICATION SLAVE to the user.");
        }
        if (code != FATAL_ERROR_READING_BINLOG) {
            return SourceException.passing(
                    "The server stopped sending its log: " + message + " (error " + code + ").", null);
        }
        if (message.contains("same server_uuid/server_id") || message.contains("same server_id")) {
            return SourceException.fatal(
                    "Another reader uses the same server.id: " + message + " Give each task a server.id of its own.");
        }
        if (message.contains("Could not find first log file") || message.contains("purged")) {
            return SourceException.fatal(
                    "The log is not on the server any more from where this task stopped: the server says '" + message
                            + "' (error " + code
                            + "). Changes since then are lost to it: " + RELOAD
                            + ", and let the server keep its log longer (binlog_expire_logs_seconds).");
        }
        return SourceException.fatal("The server cannot send its log from where this task stopped: it says '" + message
                + "' (error " + code + "). If the server's log was reset or is damaged there, " + RELOAD + ".");
    }
}
