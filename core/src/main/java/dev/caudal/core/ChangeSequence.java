package dev.caudal.core;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The place of a change in the order of its task: 16 digits of time ({@code YYYYMMDDHHmmSShh}, UTC) and a number of 19
 * digits. Numbers are {@code 4k + 1} for the k-th change, as in every message of Replicate that is known; they and the
 * time never fall, also over restarts.
 *
 * @param time the sixteen digits of time, 0 before the first change
 * @param count k: how many changes the task has sent up to and with this one, 0 before the first
 */
public record ChangeSequence(long time, long count) implements Comparable<ChangeSequence> {

    /** Before the first change of a task. */
    public static final ChangeSequence START = new ChangeSequence(0, 0);

    private static final int TIME_DIGITS = 16;
    private static final int NUMBER_DIGITS = 19;

    /** The sequence of the next change, which happened at {@code time} (see {@link #timeOf}) by the source's clock. */
    public ChangeSequence next(long time) {
        return new ChangeSequence(Math.max(this.time, time), count + 1);
    }

    /** The time part for a moment: a source's clock with seconds gives hundredths of 00. */
    public static long timeOf(Instant moment) {
        LocalDateTime utc = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
        long date = utc.getYear() * 10_000L + utc.getMonthValue() * 100L + utc.getDayOfMonth();
        long clock = utc.getHour() * 10_000L + utc.getMinute() * 100L + utc.getSecond();
        return (date * 1_000_000 + clock) * 100 + utc.getNano() / 10_000_000;
    }

    /** Reads the 35 digits that {@link #toString} prints. */
    public static ChangeSequence parse(String digits) {
        if (digits.length() != TIME_DIGITS + NUMBER_DIGITS) {
            throw new IllegalArgumentException(
                    "'" + digits + "' is no change sequence: it has " + digits.length() + " digits, not 35.");
        }
        long number = Long.parseLong(digits.substring(TIME_DIGITS));
        return new ChangeSequence(Long.parseLong(digits.substring(0, TIME_DIGITS)), (number - 1) / 4);
    }

    /** The number in the message: {@code 4k + 1}. */
    public long number() {
        return 4 * count + 1;
    }

    void writeTo(JsonBytes out) {
        out.padded(time, TIME_DIGITS);
        out.padded(number(), NUMBER_DIGITS);
    }

    @Override
    public int compareTo(ChangeSequence other) {
        return Long.compare(count, other.count);
    }

    /** The 35 digits of the message. */
    @Override
    public String toString() {
        JsonBytes out = new JsonBytes(TIME_DIGITS + NUMBER_DIGITS);
        writeTo(out);
        return out.toString();
    }
}
