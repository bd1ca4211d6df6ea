package dev.caudal.mysql;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds places in a server's log by global transaction identifiers, and the other way round. Blocks while it reads. */
final class GtidSearch {

    private final SourceConfig.Address address;

    GtidSearch(SourceConfig.Address address) {
        this.address = address;
    }

    /** The transactions before a place; an empty text where the log does not say them. */
    String before(BinlogCoordinate place, Catalog catalog) throws InterruptedException {
        if (!catalog.namesTransactions()) {
            return "";
        }
        Optional<String> said = catalog.gtidsBefore(place);
        if (said.isPresent()) {
            return said.get();
        }
        Walk walk = new Walk(new BinlogCoordinate(place.file(), LogEvent.FILE_HEADER)) {
            @Override
            boolean goesOn(LogEvents log, @Nullable Gtid gtid) {
                return log.place().compareTo(place) < 0;
            }
        };
        walk.run();
        return walk.passed.toString();
    }

    /**
     * Where the first transaction begins that is not in a set.
     *
     * @param files the server's log files, the oldest first
     * @param end where to stop
     * @return {@code end} if there is none before it; empty if the log does not go back to the set
     */
    Optional<BinlogCoordinate> after(GtidSet delivered, List<String> files, BinlogCoordinate end)
            throws InterruptedException {
        for (int index = files.size() - 1; index >= 0; index--) {
            BinlogCoordinate from = new BinlogCoordinate(files.get(index), LogEvent.FILE_HEADER);
            if (listedBefore(from).filter(delivered::covers).isPresent()) {
                return Optional.of(firstOutside(delivered, from, end));
            }
        }
        return Optional.empty();
    }

    /** What the head of a file says of the transactions before it. */
    private Optional<GtidSet> listedBefore(BinlogCoordinate file) throws InterruptedException {
        Walk walk = new Walk(file) {
            @Override
            boolean goesOn(LogEvents log, @Nullable Gtid gtid) {
                return listed == null;
            }
        };
        walk.run();
        return Optional.ofNullable(walk.listed);
    }

    private BinlogCoordinate firstOutside(GtidSet delivered, BinlogCoordinate from, BinlogCoordinate end)
            throws InterruptedException {
        Walk walk = new Walk(from) {
            @Override
            boolean goesOn(LogEvents log, @Nullable Gtid gtid) {
                if (gtid != null && !delivered.contains(gtid)) {
                    found = new BinlogCoordinate(log.file(), log.start());
                    return false;
                }
                return log.place().compareTo(end) < 0;
            }
        };
        walk.run();
        return walk.found == null ? end : walk.found;
    }

    /** A walk over the log that looks at the identifiers only. */
    private abstract class Walk implements LogConnection.StreamReader {

        private final BinlogCoordinate from;
        DeliveredGtids passed = new DeliveredGtids("");

        @Nullable GtidSet listed;

        @Nullable BinlogCoordinate found;

        Walk(BinlogCoordinate from) {
            this.from = from;
        }

        /** Whether to read on behind the event that was read last, which begins the transaction {@code gtid}, or none. */
        abstract boolean goesOn(LogEvents log, @Nullable Gtid gtid);

        void run() throws InterruptedException {
            LogConnection.look(address, from, this);
        }

        @Override
        public void read(InputStream stream) throws IOException {
            try (LogEvents log = new LogEvents(stream, from)) {
                do {
                    log.next();
                } while (goesOn(log, gtid(log)));
            }
        }

        private @Nullable Gtid gtid(LogEvents log) {
            switch (log.type()) {
                case LogEvent.ROTATE -> log.rotation().ifPresent(log::moveTo);
                case LogEvent.PREVIOUS_GTIDS -> list(MySqlGtids.of(log.source(), log.body(), log.bodyEnd()));
                case LogEvent.MARIADB_GTID_LIST -> {
                    if (log.isWritten()) {
                        list(MariaDbGtids.of(log.source(), log.body(), log.bodyEnd()));
                    }
                }
                case LogEvent.GTID -> {
                    return passing(Gtid.MySql.of(log.source(), log.body(), log.bodyEnd()));
                }
                case LogEvent.MARIADB_GTID -> {
                    return passing(Gtid.MariaDb.of(log.source(), log.header(), log.body(), log.bodyEnd()));
                }
                case LogEvent.ANONYMOUS_GTID, LogEvent.GTID_TAGGED -> passed.beginUnnamed();
                default -> {
                    // Says nothing about identifiers.
                }
            }
            return null;
        }

        private void list(GtidSet set) {
            if (listed == null) {
                listed = set;
                passed = new DeliveredGtids(set);
            }
        }

        private Gtid passing(Gtid gtid) {
            passed.begin(gtid);
            passed.end();
            return gtid;
        }
    }
}
