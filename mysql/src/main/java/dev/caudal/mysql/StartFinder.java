package dev.caudal.mysql;

import java.util.List;
import java.util.Optional;

/**
 * Finds where to go on in the log of the server that answers, which may be another one than before. Blocks while it reads
 * the log where it must; changes nothing.
 */
final class StartFinder {

    private static final long FARTHEST_START = 0xffff_ffffL;

    private final SourceConfig.Address address;
    private final TaskState state;
    private final SourceEvents events;

    StartFinder(SourceConfig.Address address, TaskState state, SourceEvents events) {
        this.address = address;
        this.state = state;
        this.events = events;
    }

    /**
     * The start that follows from what is delivered.
     *
     * @throws SourceException fatal where the log does not say where to go on, passing where the server has not yet all
     *     that was delivered
     */
    LogStart find() throws InterruptedException {
        LogPosition delivered = state.log().orElseThrow();
        try (SourceConnection connection = SourceConnection.open(address)) {
            Catalog catalog = new Catalog(connection);
            String server = catalog.server();
            if (delivered.server().isEmpty() || delivered.server().equals(server)) {
                return LogStart.at(here(delivered, server, catalog));
            }
            return elsewhere(delivered, server, catalog);
        }
    }

    private LogPosition here(LogPosition delivered, String server, Catalog catalog) throws InterruptedException {
        LogPosition existing = existing(delivered, catalog);
        Optional<GtidSet> known = GtidSet.parse(delivered.gtids());
        if (known.isPresent()) {
            requireAll(known.get(), catalog);
            return existing.on(server, delivered.gtids());
        }
        return existing.on(server, new GtidSearch(address).before(existing.start(), catalog));
    }

    /**
     * The position as a place that the server can start from. The protocol has 32 bits for it; only the end of a file
     * whose last transaction was gigantic lies behind that, and the next file goes on there.
     */
    private LogPosition existing(LogPosition position, Catalog catalog) {
        List<String> files = catalog.logFiles();
        BinlogCoordinate start = position.start();
        int index = files.indexOf(start.file());
        if (index < 0) {
            throw gone("The log file " + start.file(), files);
        }
        if (start.offset() <= FARTHEST_START) {
            return position;
        }
        if (index + 1 == files.size()) {
            throw SourceException.passing(
                    "The log file " + start.file() + " has more than 4 GiB; waiting for the next. FLUSH BINARY LOGS.",
                    null);
        }
        BinlogCoordinate next = new BinlogCoordinate(files.get(index + 1), LogEvent.FILE_HEADER);
        return LogPosition.between(next, position.sequence()).on(position.server(), position.gtids());
    }

    private SourceException gone(String what, List<String> files) {
        return SourceException.fatal(what + " is no longer on " + address + " (oldest is "
                + (files.isEmpty() ? "none" : files.get(0)) + "). Changes since then are lost to this task: "
                + LogFailure.RELOAD + ", and let the server keep its log longer (binlog_expire_logs_seconds).");
    }

    private void requireAll(GtidSet delivered, Catalog catalog) {
        String executed = catalog.executedGtids();
        if (GtidSet.parse(executed).filter(set -> set.covers(delivered)).isEmpty()) {
            throw SourceException.passing(
                    "The server " + address + " lacks transactions that were delivered: delivered is " + delivered
                            + ", its log has " + (executed.isEmpty() ? "none" : executed)
                            + ". Waiting for it to have them. If its log was reset, or another server took them along when it was lost, "
                            + LogFailure.RELOAD + ".",
                    null);
        }
    }

    private LogStart elsewhere(LogPosition delivered, String server, Catalog catalog) throws InterruptedException {
        String change = "The server at " + address + " is another one than before (" + server + ", before "
                + delivered.server() + ")";
        GtidSet known = GtidSet.parse(delivered.gtids())
                .orElseThrow(() -> refusal(
                        change + ", and its log has no global transaction identifiers (gtid_mode) by which to go on"));
        if (delivered.isInside()) {
            throw refusal(change + ", and the transaction after " + known + " was delivered in part");
        }
        if (state.isLoading()) {
            throw refusal(change + ", and tables were being loaded from the old one");
        }
        requireAll(known, catalog);
        BinlogCoordinate end = catalog.logEnd().at();
        BinlogCoordinate start = new GtidSearch(address)
                .after(known, catalog.logFiles(), end)
                .orElseThrow(() -> gone("The log behind " + known, catalog.logFiles()));
        events.event(SourceEvent.FAIL_OVER, change + "; the log goes on there at " + start + ".");
        LogPosition position = LogPosition.between(start, delivered.sequence()).on(server, delivered.gtids());
        return new LogStart(position, Optional.of(end));
    }

    private static SourceException refusal(String what) {
        return SourceException.fatal(what + ". No change may be lost or repeated, so " + LogFailure.RELOAD + ".");
    }
}
