package dev.caudal.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** Records in the shape of changes, all of the same length, and requests that hold them. Made before anything is measured. */
final class SampleRecords {
    /** Bytes of each value; there are no keys. */
    static final int BYTES = 480;

    private static final int VALUES = 1000;

    private final List<byte[]> values =
            IntStream.range(0, VALUES).mapToObj(SampleRecords::change).toList();

    /** A value; numbers go on for ever. */
    byte[] value(int number) {
        return values.get(number % VALUES);
    }

    /** As many bodies of requests to produce JSON as hold each value at least once. */
    List<byte[]> bodies(int batch) {
        return IntStream.range(0, Math.max(1, VALUES / batch))
                .mapToObj(number -> body(number * batch, batch))
                .toList();
    }

    private byte[] body(int first, int batch) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(ascii("{\"records\":["));
        for (int i = 0; i < batch; i++) {
            body.writeBytes(ascii(i == 0 ? "{\"value\":" : ",{\"value\":"));
            body.writeBytes(value(first + i));
            body.write('}');
        }
        body.writeBytes(ascii("]}"));
        return body.toByteArray();
    }

    private static byte[] change(int row) {
        var begin =
                ("{\"magic\":\"atMSG\",\"type\":\"DT\",\"headers\":null,\"messageSchemaId\":null,\"messageSchema\":null,"
                                + "\"message\":{\"data\":{\"ID\":%d,\"Name\":\"Cibinong %d\",\"CountryCode\":\"IDN\","
                                + "\"District\":\"West Java\",\"Population\":%d},\"beforeData\":null,\"headers\":{"
                                + "\"operation\":\"INSERT\",\"changeSequence\":\"2026110100000000000000000%010d\","
                                + "\"timestamp\":\"2026-11-01T00:00:00.000\",\"streamPosition\":\"mysql-bin.000001;%d\",\"note\":\"")
                        .formatted(row, row, 1000 + row, row, 4 + 500 * row);
        var end = "\"}}}";
        return ascii(begin + "x".repeat(BYTES - begin.length() - end.length()) + end);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
