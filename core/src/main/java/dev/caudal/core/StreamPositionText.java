package dev.caudal.core;

import java.util.regex.Pattern;

/**
 * The {@code streamPosition} of a change from a MySQL log, taken apart:
 * {@code file:rowsEvent:row:rowsEventEnd:transaction:file:tableMap}.
 *
 * @param file the log file
 * @param rowsEvent offset of the event with the row, in bytes
 * @param row which row of the event, from 0
 * @param rowsEventEnd offset of the first byte behind that event
 * @param transaction where the transaction begins
 * @param tableMapFile the log file of the event that describes the table
 * @param tableMap offset of that event
 */
public record StreamPositionText(
        String file,
        long rowsEvent,
        long row,
        long rowsEventEnd,
        LogTransaction transaction,
        String tableMapFile,
        long tableMap) {

    private static final Pattern FORM =
            Pattern.compile("([^:]+):(\\d{1,19}):(\\d{1,19}):(\\d{1,19}):(\\d{1,19}):([^:]+):(\\d{1,19})");

    /**
     * Reads the text of the header.
     *
     * @throws IllegalArgumentException if it has another form, as positions of other databases than MySQL have
     */
    public static StreamPositionText parse(String text) {
        var fields = FORM.matcher(text);
        if (!fields.matches()) {
            throw new IllegalArgumentException(
                    "'" + text
                            + "' is no position in a MySQL log: that is file:rowsEvent:row:rowsEventEnd:transaction:file:tableMap.");
        }
        return new StreamPositionText(
                fields.group(1),
                Long.parseLong(fields.group(2)),
                Long.parseLong(fields.group(3)),
                Long.parseLong(fields.group(4)),
                new LogTransaction(Long.parseLong(fields.group(5))),
                fields.group(6),
                Long.parseLong(fields.group(7)));
    }
}
