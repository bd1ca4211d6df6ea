package dev.caudal.mysql;

import dev.caudal.core.JsonBytes;

/**
 * Dates and times from a row image to text, spelled as the server spells them, in UTC; zero and partial dates stay what
 * they are. DATETIME and TIMESTAMP always have six digits of fraction, as Replicate's messages do. The packed forms are
 * those of MySQL 5.6 and later ({@code TIME2}, {@code DATETIME2}, {@code TIMESTAMP2}).
 */
final class Temporal {

    private static final int MICROSECOND_DIGITS = 6;
    private static final int[] MICROSECONDS_PER_UNIT = {0, 10_000, 100, 1};
    private static final long TIME_ZERO = 0x80_0000_0000_00L;
    private static final long DATETIME_ZERO = 0x80_0000_0000L;

    private Temporal() {}

    /** The bytes of a fraction of so many digits. */
    static int fractionBytes(int digits) {
        return (digits + 1) / 2;
    }

    static void date(byte[] source, int at, JsonBytes out) {
        int packed = source[at] & 0xff | (source[at + 1] & 0xff) << 8 | (source[at + 2] & 0xff) << 16;
        calendar(packed >> 9, packed >> 5 & 15, packed & 31, out);
    }

    static void time(byte[] source, int at, int digits, JsonBytes out) {
        int bytes = fractionBytes(digits);
        long packed = bigEndian(source, at, 3 + bytes) << 8 * (3 - bytes);
        long value = packed - TIME_ZERO;
        if (value < 0) {
            out.raw('-');
            value = -value;
        }
        long clock = value >> 24;
        long hours = clock >> 12;
        out.padded(hours, hours > 99 ? 3 : 2);
        out.raw(':');
        out.padded(clock >> 6 & 63, 2);
        out.raw(':');
        out.padded(clock & 63, 2);
        long microseconds = (value >> 8 * (3 - bytes) & (1L << 8 * bytes) - 1) * MICROSECONDS_PER_UNIT[bytes];
        fraction(microseconds, digits, out);
    }

    static void datetime(byte[] source, int at, int digits, JsonBytes out) {
        long packed = bigEndian(source, at, 5) - DATETIME_ZERO;
        long month = packed >> 22;
        calendar(month / 13, month % 13, packed >> 17 & 31, out);
        out.raw(' ');
        clock(packed >> 12 & 31, packed >> 6 & 63, packed & 63, out);
        fraction(microseconds(source, at + 5, digits), MICROSECOND_DIGITS, out);
    }

    static void timestamp(byte[] source, int at, int digits, JsonBytes out) {
        long seconds = bigEndian(source, at, 4);
        long microseconds = microseconds(source, at + 4, digits);
        if (seconds == 0 && microseconds == 0) {
            calendar(0, 0, 0, out);
            out.raw(' ');
            clock(0, 0, 0, out);
        } else {
            moment(seconds, out);
        }
        fraction(microseconds, MICROSECOND_DIGITS, out);
    }

    /** The date of a packed number, as MySQL has them in JSON. */
    static void packedDate(long packed, JsonBytes out) {
        long day = packed >> 41;
        calendar((day >> 5) / 13, (day >> 5) % 13, day & 31, out);
    }

    /** The moment of a packed number, as MySQL has them in JSON. */
    static void packedDatetime(long packed, JsonBytes out) {
        packedDate(packed, out);
        out.raw(' ');
        clock(packed >> 36 & 31, packed >> 30 & 63, packed >> 24 & 63, out);
        fraction(packed & 0xffffff, MICROSECOND_DIGITS, out);
    }

    /** The time of a packed number, as MySQL has them in JSON. */
    static void packedTime(long packed, JsonBytes out) {
        if (packed < 0) {
            out.raw('-');
        }
        long value = Math.abs(packed);
        long hours = value >> 36;
        out.padded(hours, hours > 99 ? 3 : 2);
        out.raw(':');
        out.padded(value >> 30 & 63, 2);
        out.raw(':');
        out.padded(value >> 24 & 63, 2);
        fraction(value & 0xffffff, MICROSECOND_DIGITS, out);
    }

    /** Completes the server's text of a DATETIME or TIMESTAMP to six digits of fraction. */
    static void completed(byte[] text, JsonBytes out) {
        out.raw(text);
        int digits = text.length - "YYYY-MM-DD hh:mm:ss.".length();
        if (digits < 0) {
            out.raw('.');
            digits = 0;
        }
        out.padded(0, MICROSECOND_DIGITS - digits);
    }

    private static void moment(long epochSecond, JsonBytes out) {
        long days = epochSecond / 86_400 + 719_468;
        long era = days / 146_097;
        long dayOfEra = days - era * 146_097;
        long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long marchMonth = (5 * dayOfYear + 2) / 153;
        long month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        calendar(year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1, out);
        out.raw(' ');
        long second = epochSecond % 86_400;
        clock(second / 3600, second / 60 % 60, second % 60, out);
    }

    private static void calendar(long year, long month, long day, JsonBytes out) {
        out.padded(year, 4);
        out.raw('-');
        out.padded(month, 2);
        out.raw('-');
        out.padded(day, 2);
    }

    private static void clock(long hour, long minute, long second, JsonBytes out) {
        out.padded(hour, 2);
        out.raw(':');
        out.padded(minute, 2);
        out.raw(':');
        out.padded(second, 2);
    }

    private static void fraction(long microseconds, int digits, JsonBytes out) {
        if (digits == 0) {
            return;
        }
        out.raw('.');
        long value = microseconds;
        for (int cut = digits; cut < MICROSECOND_DIGITS; cut++) {
            value /= 10;
        }
        out.padded(value, digits);
    }

    private static long microseconds(byte[] source, int at, int digits) {
        int bytes = fractionBytes(digits);
        return bigEndian(source, at, bytes) * MICROSECONDS_PER_UNIT[bytes];
    }

    private static long bigEndian(byte[] source, int at, int bytes) {
        long value = 0;
        for (int index = 0; index < bytes; index++) {
            value = value << 8 | source[at + index] & 0xff;
        }
        return value;
    }
}
