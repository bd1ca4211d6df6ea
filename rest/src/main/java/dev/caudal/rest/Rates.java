package dev.caudal.rest;

import java.util.Optional;

/**
 * How much one caller may ask in a second. Any thread may use it.
 *
 * @param requests of all kinds but those that write records
 * @param records requests that write, and records of streams
 * @param bytes of these
 */
record Rates(Optional<Bucket> requests, Optional<Bucket> records, Optional<Bucket> bytes) {
    /**
     * The limits of a configuration.
     *
     * @param requests the most in a second
     * @param records the most in a second
     * @param bytes the most in a second
     */
    record Limits(Optional<Long> requests, Optional<Long> records, Optional<Long> bytes) {
        static Limits read(ConfigReader reader) {
            long requests = reader.number(ConfigKey.RATE_LIMIT_REQUESTS, 50, 1, 1_000_000);
            long records = reader.number(ConfigKey.PRODUCE_LIMIT_REQUESTS, 10_000, 1, Integer.MAX_VALUE);
            long bytes = reader.number(ConfigKey.PRODUCE_LIMIT_BYTES, 10_000_000, 1, Long.MAX_VALUE / 2);
            boolean produce = reader.flag(ConfigKey.PRODUCE_LIMIT);
            return new Limits(
                    Optional.of(requests).filter(each -> reader.flag(ConfigKey.RATE_LIMIT)),
                    Optional.of(records).filter(each -> produce),
                    Optional.of(bytes).filter(each -> produce));
        }

        boolean isNone() {
            return requests.isEmpty() && records.isEmpty();
        }

        /** For one more caller. */
        Rates start() {
            return new Rates(requests.map(Bucket::new), records.map(Bucket::new), bytes.map(Bucket::new));
        }
    }

    /**
     * Counts a request that writes nothing.
     *
     * @throws RestError when it is one too many
     */
    void request() {
        take(requests, 1, "requests");
    }

    /**
     * Counts records that come together.
     *
     * @throws RestError when it is too much
     */
    void write(long size) {
        take(records, 1, "requests with records");
        take(bytes, size, "bytes of records");
    }

    private static void take(Optional<Bucket> bucket, long count, String what) {
        bucket.filter(each -> !each.take(count)).ifPresent(each -> {
            throw RestError.busy("More than %d %s in a second.".formatted(each.perSecond, what));
        });
    }

    /** Fills by the rate, up to what one second brings; may be overdrawn by the one that takes last. */
    static final class Bucket {
        private static final double SECOND = 1e9;

        private final long perSecond;
        private double left;
        private long filled = System.nanoTime();

        Bucket(long perSecond) {
            this.perSecond = perSecond;
            left = (double) perSecond;
        }

        synchronized boolean take(long count) {
            long now = System.nanoTime();
            left = Math.min((double) perSecond, left + (now - filled) / SECOND * perSecond);
            filled = now;
            if (left < 1) {
                return false;
            }
            left -= (double) count;
            return true;
        }
    }
}
