package dev.caudal.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** When the rows of a {@link SteadyWriter} were read. Used by one thread. */
final class Arrivals {
    private static final byte[] KEY = "\"ID\":".getBytes(StandardCharsets.US_ASCII);

    private final KafkaConsumer<byte[], byte[]> reader;
    private final long[] arrivals;
    private int arrived;

    Arrivals(KafkaConsumer<byte[], byte[]> reader, int total) {
        this.reader = reader;
        this.arrivals = new long[total];
    }

    /** Waits a little for a record; whether one came. */
    boolean pollProbe() {
        return !reader.poll(Duration.ofMillis(100)).isEmpty();
    }

    /** Reads until all rows have come. */
    void awaitAll(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (arrived < arrivals.length) {
            var records = reader.poll(Duration.ofMillis(100));
            long now = System.nanoTime();
            records.forEach(record -> note(record, now));
            if (now > deadline) {
                throw new BenchFailure("Only %d of %d rows have arrived after %d s."
                        .formatted(arrived, arrivals.length, limit.toSeconds()));
            }
        }
    }

    private void note(ConsumerRecord<byte[], byte[]> record, long now) {
        int key = key(record.value());
        if (key < SteadyWriter.PROBES && arrivals[key - 1] == 0) {
            arrivals[key - 1] = now;
            arrived++;
        }
    }

    /** The first number behind {@code "ID":}, which is the row's in the messages of all engines. */
    static int key(byte[] value) {
        for (int at = 0; at + KEY.length < value.length; at++) {
            if (startsWithKey(value, at)) {
                return number(value, at + KEY.length);
            }
        }
        throw new BenchFailure("A message has no ID: " + new String(value, StandardCharsets.UTF_8));
    }

    private static boolean startsWithKey(byte[] value, int at) {
        for (int index = 0; index < KEY.length; index++) {
            if (value[at + index] != KEY[index]) {
                return false;
            }
        }
        return true;
    }

    private static int number(byte[] value, int from) {
        int at = value[from] == ' ' ? from + 1 : from;
        int number = 0;
        for (; value[at] >= '0' && value[at] <= '9'; at++) {
            number = 10 * number + value[at] - '0';
        }
        return number;
    }

    /** The latencies in milliseconds, without those of the first rows. */
    double[] since(long[] commits, int skipped) {
        var millis = new double[commits.length - skipped];
        for (int row = skipped; row < commits.length; row++) {
            // A row may be read before its writer is told.
            millis[row - skipped] = Math.max(0, arrivals[row] - commits[row]) / 1e6;
        }
        return millis;
    }
}
