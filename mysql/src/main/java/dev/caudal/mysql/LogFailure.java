package dev.caudal.mysql;

/** What the server's refusal to send its log means. */
final class LogFailure {

    private static final int FATAL_ERROR_READING_BINLOG = 1236;

    private LogFailure() {}

    static SourceException of(int code, String message) {
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
                            + "). Changes since then are lost to it: reload the tables (delete the task's offsets while"
                            + " it is stopped), and let the server keep its log longer (binlog_expire_logs_seconds).");
        }
        return SourceException.fatal("The server cannot send its log from where this task stopped: it says '" + message
                + "' (error " + code + "). If the server's log was reset or is damaged there, reload the tables (delete"
                + " the task's offsets while it is stopped).");
    }
}
