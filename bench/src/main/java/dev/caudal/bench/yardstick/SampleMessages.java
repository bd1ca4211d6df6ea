package dev.caudal.bench.yardstick;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;

/** Messages as Caudal writes them for inserts into a table of the shape of {@code city}, each different. */
final class SampleMessages {
    private static final int DIFFERENT = 100_000;
    private static final int BASE = 36;

    private final Random random = new Random(1);
    private final byte[][] values =
            IntStream.range(0, DIFFERENT).mapToObj(this::message).toArray(byte[][]::new);

    /** The value of the n-th message; they come again after a hundred thousand. */
    byte[] value(long n) {
        return values[(int) (n % DIFFERENT)];
    }

    private byte[] message(int row) {
        int place = 433_898 + row * 311;
        return ("{\"magic\":\"atMSG\",\"type\":\"DT\",\"headers\":null,\"messageSchemaId\":null,\"messageSchema\":null,"
                        + "\"message\":{\"data\":{\"ID\":%d,\"Name\":\"%s\",\"CountryCode\":\"IDN\",\"District\":\"%s\","
                        + "\"Population\":%d},\"beforeData\":null,\"headers\":{\"operation\":\"INSERT\","
                        + "\"changeSequence\":\"20261124041950%021d\",\"timestamp\":\"2026-11-24T04:19:50.000\","
                        + "\"streamPosition\":\"mysql-bin.000001:%d:0:%d:4295400914:mysql-bin.000001:%d\","
                        + "\"transactionId\":\"%032X\",\"changeMask\":\"1F\",\"columnMask\":\"1F\","
                        + "\"transactionEventCounter\":1,\"transactionLastEvent\":true}}}")
                .formatted(
                        row, word(20), word(16), random.nextInt(8_000_000), 4L * row, place, place + 65, place, place)
                .getBytes(StandardCharsets.UTF_8);
    }

    private String word(int bits) {
        return "City " + Integer.toString(random.nextInt(1 << bits), BASE);
    }
}
