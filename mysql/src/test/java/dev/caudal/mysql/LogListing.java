package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The events of the present log file as the server itself lists them. */
record LogListing(String file, List<Event> events) {

    /** One event: where it starts and ends, what it is, and what the server says of it. */
    record Event(long start, long end, String type, String info) {

        /** MariaDB from 11.4 on does not tell where an event inside a transaction ends: where the next starts. */
        private Event endingAt(long next) {
            return new Event(start, next, type, info);
        }
    }

    static LogListing last(TestDatabase server) {
        String status = server.value("SELECT VERSION()").contains("MariaDB") ? "MASTER" : "BINARY LOG";
        String file = server.value("SHOW " + status + " STATUS");
        List<Event> events = new ArrayList<>();
        try (var connection = server.connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW BINLOG EVENTS IN '" + file + "'")) {
            while (rows.next()) {
                long start = rows.getLong("Pos");
                events.replaceAll(event -> event.end() == 0 ? event.endingAt(start) : event);
                events.add(new Event(
                        start, rows.getLong("End_log_pos"), rows.getString("Event_type"), rows.getString("Info")));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return new LogListing(file, events);
    }

    /** The last event whose type starts so. */
    Event last(String type) {
        return events.stream()
                .filter(event -> event.type().startsWith(type))
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    /** The event that begins the last transaction: BEGIN, or the identifier where MariaDB has no BEGIN. */
    Event begin() {
        return events.stream()
                .filter(event -> event.info().startsWith("BEGIN"))
                .reduce((one, other) -> other)
                .orElseThrow();
    }
}
