package dev.caudal.mysql;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds in the log what a distributed transaction changed that was prepared before a task began to read. Blocks while it
 * reads the log backwards, file by file; changes nothing.
 */
final class PreparedSearch {

    private static final Logger LOG = LoggerFactory.getLogger(PreparedSearch.class);

    private final SourceConfig.Address address;
    private final PreparedGroups others;

    /**
     * A search on one server.
     *
     * @param others is given what else is found, so that it need not be looked for again
     */
    PreparedSearch(SourceConfig.Address address, PreparedGroups others) {
        this.address = address;
        this.others = others;
    }

    /**
     * The group that was prepared under a name before a place, where it is committed.
     *
     * @throws SourceException if the log does not have it
     */
    PreparedGroup find(Xid xid, BinlogCoordinate committed) throws InterruptedException {
        List<String> files = files();
        LOG.info("Looking back from {} for what was prepared as {}", committed, xid);
        for (int index = files.indexOf(committed.file()); index >= 0; index--) {
            FileSearch search = new FileSearch(xid, files.get(index), committed);
            LogConnection.look(address, search.from, search);
            Optional<PreparedGroup> found = search.take();
            search.prepared.forEach(others::found);
            if (found.isPresent()) {
                return found.get();
            }
            if (search.decided) {
                break;
            }
        }
        throw SourceException.fatal("At " + committed + " the log commits the distributed transaction " + xid
                + ", and does not say before what that changed (the oldest file is "
                + (files.isEmpty() ? "none" : files.get(0))
                + "). If it changed selected tables, " + LogFailure.RELOAD
                + ". If it did not, let the task go on behind it (resume --from).");
    }

    private List<String> files() {
        try (SourceConnection connection = SourceConnection.open(address)) {
            return new Catalog(connection).logFiles();
        }
    }

    /** Reads one file to its end, or to where the transaction is committed; what comes last counts. */
    private static final class FileSearch implements LogConnection.StreamReader {

        private final Xid xid;
        private final BinlogCoordinate from;
        private final BinlogCoordinate committed;
        private final Map<Xid, BinlogCoordinate> prepared = new LinkedHashMap<>();
        private boolean decided;

        FileSearch(Xid xid, String file, BinlogCoordinate committed) {
            this.xid = xid;
            this.from = new BinlogCoordinate(file, LogEvent.FILE_HEADER);
            this.committed = committed;
        }

        /** The group that is looked for, where this file has it. */
        Optional<PreparedGroup> take() {
            return Optional.ofNullable(prepared.remove(xid)).map(PreparedGroup::logged);
        }

        @Override
        public void read(InputStream stream) throws IOException, InterruptedException {
            try (LogEvents log = new LogEvents(stream, from)) {
                BinlogCoordinate begun = from;
                while (log.isInside() || log.place().compareTo(committed) < 0) {
                    LogConnection.goOn();
                    log.next();
                    if (log.type() == LogEvent.ROTATE && log.rotation().isPresent()) {
                        return;
                    }
                    if (LogSearch.BEGINS.contains(log.type())) {
                        begun = new BinlogCoordinate(log.file(), log.start());
                    } else {
                        look(log, begun);
                    }
                }
            }
        }

        private void look(LogEvents log, BinlogCoordinate begun) {
            if (log.type() == LogEvent.XA_PREPARE && log.source()[log.body()] == 0) {
                prepared.put(Xid.of(log.source(), log.body(), log.bodyEnd()), begun);
            } else if (log.type() == LogEvent.QUERY) {
                QueryEvent query = QueryEvent.parse(log.source(), log.body(), log.bodyEnd());
                if (query.kind().decidesPrepared()) {
                    Xid.of(query).ifPresent(this::decide);
                }
            }
        }

        private void decide(Xid other) {
            prepared.remove(other);
            decided |= other.equals(xid);
        }
    }
}
