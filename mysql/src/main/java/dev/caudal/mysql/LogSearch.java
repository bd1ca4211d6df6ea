package dev.caudal.mysql;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds places in a server's log from which a task can go on. Blocks while it reads the log, a few hundred megabytes a
 * second; changes nothing. Any thread may use it.
 */
public final class LogSearch {

    static final Set<Integer> BEGINS =
            Set.of(LogEvent.GTID, LogEvent.ANONYMOUS_GTID, LogEvent.GTID_TAGGED, LogEvent.MARIADB_GTID);

    /** Their time is that of the commit, or earlier than it. */
    private static final Set<Integer> TIMED =
            Set.of(LogEvent.QUERY, LogEvent.XID, LogEvent.XA_PREPARE, LogEvent.EXECUTE_LOAD_QUERY);

    private final SourceConfig.Address address;

    /**
     * A search on one server.
     *
     * @param address the server and how to log in; of its standbys the first that answers counts if it does not
     * @throws SourceException if there are standbys and none answers
     */
    public LogSearch(SourceConfig.Address address) {
        this.address = SourceConnection.reachable(address);
    }

    /**
     * The present end of the log.
     *
     * @throws SourceException if the server does not answer, or does not say
     */
    public BinlogCoordinate end() {
        try (SourceConnection connection = SourceConnection.open(address)) {
            return new Catalog(connection).logEnd().at();
        }
    }

    /**
     * Where the first transaction begins that was committed at a moment or later, to the second; the end of the log if
     * there is none yet.
     *
     * @throws SourceException if the log does not go back that far, or cannot be read
     */
    public BinlogCoordinate at(Instant moment) throws InterruptedException {
        BinlogCoordinate end = end();
        CommitSearch search = new CommitSearch(fileOf(moment), end, moment.getEpochSecond());
        stream(search.from, search);
        return search.found.orElse(end);
    }

    /**
     * Refuses a place at which no transaction begins.
     *
     * @throws SourceException if there is no such place in the log, or it is inside a transaction
     */
    public void requireBeginning(BinlogCoordinate place) throws InterruptedException {
        BinlogCoordinate end = end();
        if (!files().contains(place.file()) || place.compareTo(end) > 0) {
            throw SourceException.fatal("The place " + place + " is not in the log of " + address + ", which has "
                    + String.join(", ", files()) + " and ends at " + end + ".");
        }
        if (place.equals(end) || place.offset() == LogEvent.FILE_HEADER) {
            return;
        }
        FirstEvent first = new FirstEvent(place);
        stream(place, first);
        if (!BEGINS.contains(first.type) && first.type != LogEvent.ROTATE && first.type != LogEvent.STOP) {
            throw SourceException.fatal("No transaction begins at " + place + " of " + address
                    + ": the event there has type " + first.type
                    + ". SHOW BINLOG EVENTS IN '" + place.file() + "' shows where each begins (its Gtid event).");
        }
    }

    /** The beginning of the newest file that was begun no later than {@code moment}. */
    private BinlogCoordinate fileOf(Instant moment) throws InterruptedException {
        List<String> files = files();
        int low = 0;
        int high = files.size();
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (begun(files.get(middle)) <= moment.getEpochSecond()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        if (files.isEmpty() || low == 0 && begun(files.get(0)) > moment.getEpochSecond()) {
            throw SourceException.fatal("The log of " + address + " does not go back to " + moment + ": "
                    + (files.isEmpty()
                            ? "it has no file"
                            : "its oldest file, " + files.get(0) + ", was begun at "
                                    + Instant.ofEpochSecond(begun(files.get(0))))
                    + ". Name a later time, or load the tables again.");
        }
        return new BinlogCoordinate(files.get(low), LogEvent.FILE_HEADER);
    }

    private List<String> files() {
        try (SourceConnection connection = SourceConnection.open(address)) {
            return new Catalog(connection).logFiles();
        }
    }

    private long begun(String file) throws InterruptedException {
        FirstEvent first = new FirstEvent(new BinlogCoordinate(file, LogEvent.FILE_HEADER));
        stream(first.from, first);
        return first.second;
    }

    private void stream(BinlogCoordinate from, LogConnection.StreamReader reader) throws InterruptedException {
        LogConnection.look(address, from, reader);
    }

    /** Reads the first event that stands in the log. */
    private static final class FirstEvent implements LogConnection.StreamReader {

        private final BinlogCoordinate from;
        private int type;
        private long second;

        FirstEvent(BinlogCoordinate from) {
            this.from = from;
        }

        @Override
        public void read(InputStream stream) throws IOException {
            try (LogEvents log = new LogEvents(stream, from)) {
                do {
                    log.next();
                } while (!log.isWritten());
                type = log.type();
                second = log.second();
            }
        }
    }

    /** Reads on until a transaction that was committed late enough. */
    private static final class CommitSearch implements LogConnection.StreamReader {

        private final BinlogCoordinate from;
        private final BinlogCoordinate end;
        private final long second;
        private Optional<BinlogCoordinate> found = Optional.empty();

        CommitSearch(BinlogCoordinate from, BinlogCoordinate end, long second) {
            this.from = from;
            this.end = end;
            this.second = second;
        }

        @Override
        public void read(InputStream stream) throws IOException {
            try (LogEvents log = new LogEvents(stream, from)) {
                @Nullable BinlogCoordinate begun = null;
                while (found.isEmpty() && (log.isInside() || log.place().compareTo(end) < 0)) {
                    log.next();
                    if (log.type() == LogEvent.ROTATE) {
                        log.rotation().ifPresent(log::moveTo);
                    } else if (BEGINS.contains(log.type())) {
                        begun = new BinlogCoordinate(log.file(), log.start());
                    } else if (TIMED.contains(log.type()) && log.second() >= second) {
                        found = Optional.ofNullable(begun);
                    }
                }
            }
        }
    }
}
