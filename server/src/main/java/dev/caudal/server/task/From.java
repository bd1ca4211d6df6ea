package dev.caudal.server.task;

import dev.caudal.mysql.BinlogCoordinate;
import dev.caudal.mysql.LogSearch;
import dev.caudal.mysql.SourceException;
import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Where a task shall go on, other than at its own position. */
public sealed interface From {
    /**
     * A place in the source's log.
     *
     * @param at where a transaction begins, or the end
     */
    record Place(BinlogCoordinate at) implements From {}

    /**
     * A moment, by the source's clock.
     *
     * @param at what was committed then or later is sent, to the second
     */
    record Moment(Instant at) implements From {}

    /**
     * Reads a place.
     *
     * @param text {@code file:offset}
     * @return the place
     * @throws Refusal when it is none
     */
    public static From place(String text) {
        return Refusal.reading(
                "from.position", () -> new Place(BinlogCoordinate.parse(text)), "Or name a time instead.");
    }

    /**
     * Reads a moment.
     *
     * @param text ISO 8601 with a zone
     * @return the moment
     * @throws Refusal when it is none, or has not come yet
     */
    public static From moment(String text) {
        try {
            var at = Instant.parse(text);
            if (at.isAfter(Instant.now())) {
                throw Refusal.invalid("from.time", "The time %s has not come yet.".formatted(at), "Name one before.");
            }
            return new Moment(at);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(
                    "from.time", "'%s' is no time.".formatted(text), "Write it as in 2026-05-20T19:32:27Z.");
        }
    }

    /** The place in the log of a server. */
    default BinlogCoordinate in(LogSearch log) {
        try {
            if (this instanceof Moment moment) {
                return log.at(moment.at());
            }
            var place = ((Place) this).at();
            log.requireBeginning(place);
            return place;
        } catch (SourceException e) {
            throw SourceRefusal.of(e, "from");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.of(ProblemCode.INTERRUPTED, "The server stops.", "Start it again, and repeat the request.");
        }
    }
}
