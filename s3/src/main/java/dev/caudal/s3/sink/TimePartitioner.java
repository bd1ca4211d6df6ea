package dev.caudal.s3.sink;

import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;
import org.joda.time.DateTimeZone;
import org.joda.time.format.DateTimeFormatter;

/** A folder for each span of time. */
final class TimePartitioner implements Partitioner {

    private static final long MINUTE = 60_000;

    private final long duration;
    private final DateTimeFormatter format;
    private final DateTimeZone zone;
    private long minute = Long.MIN_VALUE;
    private int offset;
    private String folder = "";

    /**
     * A partitioner.
     *
     * @param duration of a folder in milliseconds
     * @param format with zone and locale
     * @param zone in which spans begin
     */
    TimePartitioner(long duration, DateTimeFormatter format, DateTimeZone zone) {
        this.duration = duration;
        this.format = format;
        this.zone = zone;
    }

    @Override
    public void configure(Map<String, String> settings) {
        // The constructor got them.
    }

    @Override
    public String folder(SinkRecord record, long timestamp) {
        long ofMinute = Math.floorDiv(timestamp, MINUTE);
        int offsetNow = zone.getOffset(timestamp);
        // Records mostly are of the same minute; formatting each would cost more than writing it.
        if (ofMinute != minute || offsetNow != offset || duration % MINUTE != 0 || timestamp < 0) {
            folder = format.print(start(timestamp));
            minute = ofMinute;
            offset = offsetNow;
        }
        return folder;
    }

    /** The local time cut to the span, toward zero, and back: Confluent's arithmetic, also in the hour that comes twice. */
    private long start(long timestamp) {
        long local = zone.convertUTCToLocal(timestamp);
        return zone.convertLocalToUTC(local / duration * duration, false);
    }
}
