package dev.caudal.mysql;

import java.util.Optional;

/**
 * Where the reading of the log begins.
 *
 * @param position up to where all is delivered; its place is one of the server that is read
 * @param catchUp the end that the log of a server had when it took over from another: transactions before it may have
 *     been delivered already, in another order; empty where no other server was read before
 */
record LogStart(LogPosition position, Optional<BinlogCoordinate> catchUp) {

    /** A start at a place of the server that was read before. */
    static LogStart at(LogPosition position) {
        return new LogStart(position, Optional.empty());
    }

    /** The server whose log a position at {@code place} is in; on the way to {@link #catchUp} only the set says what is delivered. */
    String server(BinlogCoordinate place) {
        boolean onTheWay = catchUp.filter(end -> place.compareTo(end) < 0).isPresent();
        return onTheWay ? LogPosition.BY_GTIDS : position.server();
    }
}
