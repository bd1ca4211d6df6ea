package dev.caudal.s3.sink;

import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;

/**
 * Times of the day, each {@code interval} from the last, from midnight on.
 *
 * @param interval in milliseconds
 * @param zone whose midnight
 */
record Schedule(long interval, DateTimeZone zone) {

    /** The next one after a time. */
    long next(long now) {
        DateTime today = new DateTime(now, zone);
        long midnight = today.withTimeAtStartOfDay().getMillis();
        long tomorrow = today.plusDays(1).withTimeAtStartOfDay().getMillis();
        return Math.min(midnight + ((now - midnight) / interval + 1) * interval, tomorrow);
    }
}
