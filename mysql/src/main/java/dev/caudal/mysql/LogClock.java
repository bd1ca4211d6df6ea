package dev.caudal.mysql;

import dev.caudal.core.ChangeSequence;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The time of events as messages print it; a log has seconds, so the texts are made once a second. */
final class LogClock {

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'.000'").withZone(ZoneOffset.UTC);

    private long second = -1;
    private byte[] timestamp = new byte[0];
    private long sequenceTime;

    /** The second of the event that is read, since 1970. */
    void at(long second) {
        if (second != this.second) {
            this.second = second;
            Instant moment = Instant.ofEpochSecond(second);
            timestamp = TIMESTAMP.format(moment).getBytes(StandardCharsets.US_ASCII);
            sequenceTime = ChangeSequence.timeOf(moment);
        }
    }

    byte[] timestamp() {
        return timestamp;
    }

    long sequenceTime() {
        return sequenceTime;
    }
}
