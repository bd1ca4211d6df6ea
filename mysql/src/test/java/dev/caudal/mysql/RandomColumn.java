package dev.caudal.mysql;

import dev.caudal.testkit.TestDatabase;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A column of a random type.
 *
 * @param type its definition
 * @param value makes a random value as SQL
 */
record RandomColumn(String type, Supplier<String> value) {

    /** Makes columns of all types that a server has. */
    static final class Factory {

        private final Random random;
        private final boolean mariaDb;
        private final List<Map.Entry<String, String>> charsets;
        private final List<String> oneByte;
        private final List<Supplier<RandomColumn>> kinds = new ArrayList<>();

        Factory(Random random, TestDatabase server) {
            this.random = random;
            this.mariaDb = TypeCases.isMariaDb(server);
            this.charsets = List.copyOf(CharsetSamples.of(server).entrySet());
            this.oneByte = CharsetSamples.ofOneByte(server);
            kinds.addAll(List.of(
                    this::integer,
                    this::decimal,
                    this::floating,
                    this::text,
                    this::oneByteText,
                    this::binary,
                    this::bits,
                    this::labels,
                    this::date,
                    this::time,
                    this::moment,
                    this::geometry));
            kinds.addAll(mariaDb ? List.of(this::address, this::compressed) : List.of(this::json, this::vector));
        }

        RandomColumn next() {
            RandomColumn column = kinds.get(random.nextInt(kinds.size())).get();
            return new RandomColumn(
                    column.type + " NULL DEFAULT NULL", () -> random.nextInt(8) == 0 ? "NULL" : column.value.get());
        }

        private RandomColumn integer() {
            int size = random.nextInt(5);
            int bytes = List.of(1, 2, 3, 4, 8).get(size);
            String name =
                    List.of("TINYINT", "SMALLINT", "MEDIUMINT", "INT", "BIGINT").get(size);
            return random.nextBoolean()
                    ? new RandomColumn(
                            name + " UNSIGNED", () -> new BigInteger(random.nextInt(8 * bytes + 1), random).toString())
                    : new RandomColumn(
                            name, () -> "" + (random.nextLong() >> 64 - 8 * bytes >> random.nextInt(8 * bytes)));
        }

        private RandomColumn decimal() {
            int scale = random.nextInt(31);
            int precision = Math.max(1, scale + random.nextInt(66 - scale));
            return new RandomColumn("DECIMAL(" + precision + "," + scale + ")", () -> {
                String number = digits(1 + random.nextInt(Math.max(1, precision - scale))) + "." + digits(scale + 1);
                return (random.nextBoolean() ? "-" : "")
                        + (precision == scale ? number.replaceAll("^\\d+", "0") : number);
            });
        }

        private String digits(int count) {
            return IntStream.range(0, count)
                    .mapToObj(index -> "" + random.nextInt(10))
                    .collect(Collectors.joining());
        }

        private RandomColumn floating() {
            return random.nextBoolean()
                    ? new RandomColumn("FLOAT", () -> finite(Float.intBitsToFloat(random.nextInt())))
                    : new RandomColumn("DOUBLE", () -> finite(Double.longBitsToDouble(random.nextLong())));
        }

        private static String finite(double value) {
            return Double.isFinite(value) && Math.abs(value) > 1e-300 && Math.abs(value) < 1e300 ? "" + value : "0e0";
        }

        private RandomColumn text() {
            Map.Entry<String, String> charset = charsets.get(random.nextInt(charsets.size()));
            int length = 1 + random.nextInt(200);
            String type = List.of("CHAR(" + length + ")", "VARCHAR(" + length + ")", "TEXT", "MEDIUMTEXT")
                    .get(random.nextInt(4));
            return new RandomColumn(
                    type + " CHARACTER SET " + charset.getKey(),
                    () -> "_utf8mb4 X'" + utf8(letters(charset.getValue(), random.nextInt(length + 1))) + "'");
        }

        private String letters(String sample, int count) {
            int[] letters = (sample + "aZ09 \"\\'\t").codePoints().toArray();
            StringBuilder text = new StringBuilder();
            for (int left = count; left > 0; left--) {
                text.appendCodePoint(letters[random.nextInt(letters.length)]);
            }
            return text.toString();
        }

        private static String utf8(String text) {
            return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        }

        private RandomColumn oneByteText() {
            String charset = oneByte.get(random.nextInt(oneByte.size()));
            return new RandomColumn(
                    "VARCHAR(100) CHARACTER SET " + charset, () -> "_" + charset + " X'" + hex(100) + "'");
        }

        private String hex(int most) {
            byte[] bytes = new byte[random.nextInt(most + 1)];
            random.nextBytes(bytes);
            if (bytes.length > 0 && random.nextInt(3) == 0) {
                bytes[bytes.length - 1] = 0;
            }
            return HexFormat.of().formatHex(bytes);
        }

        private RandomColumn binary() {
            int length = 1 + random.nextInt(255);
            String type = List.of("BINARY(" + length + ")", "VARBINARY(" + length + ")", "TINYBLOB", "LONGBLOB")
                    .get(random.nextInt(4));
            return new RandomColumn(type, () -> "X'" + hex(length) + "'");
        }

        private RandomColumn bits() {
            int bits = 1 + random.nextInt(64);
            return new RandomColumn("BIT(" + bits + ")", () -> new BigInteger(bits, random).toString());
        }

        private RandomColumn labels() {
            Map.Entry<String, String> charset = charsets.get(random.nextInt(charsets.size()));
            int count = 1 + random.nextInt(64);
            boolean set = random.nextBoolean();
            String letter = charset.getValue().substring(0, 1);
            String labels = IntStream.range(0, count)
                    .mapToObj(index -> "'" + letter + index + "'")
                    .collect(Collectors.joining(","));
            return new RandomColumn(
                    (set ? "SET(" : "ENUM(") + labels + ") CHARACTER SET " + charset.getKey(),
                    () -> set ? new BigInteger(count, random).toString() : "" + (1 + random.nextInt(count)));
        }

        private String day() {
            return "%04d-%02d-%02d".formatted(1000 + random.nextInt(9000), random.nextInt(13), random.nextInt(29));
        }

        private RandomColumn date() {
            return random.nextInt(4) == 0
                    ? new RandomColumn("YEAR", () -> "" + (1901 + random.nextInt(255)))
                    : new RandomColumn("DATE", () -> "'" + day() + "'");
        }

        private String clock(int hours) {
            return "%02d:%02d:%02d.%06d"
                    .formatted(
                            random.nextInt(hours), random.nextInt(60), random.nextInt(60), random.nextInt(1_000_000));
        }

        private RandomColumn time() {
            return new RandomColumn(
                    "TIME(" + random.nextInt(7) + ")",
                    () -> "'" + (random.nextBoolean() ? "-" : "") + clock(838) + "'");
        }

        private RandomColumn moment() {
            int digits = random.nextInt(7);
            return random.nextBoolean()
                    ? new RandomColumn("DATETIME(" + digits + ")", () -> "'" + day() + " " + clock(24) + "'")
                    : new RandomColumn(
                            "TIMESTAMP(" + digits + ")",
                            () -> "FROM_UNIXTIME(" + random.nextInt(Integer.MAX_VALUE) + "." + digits(6) + ")");
        }

        private RandomColumn geometry() {
            return new RandomColumn("GEOMETRY", () -> {
                StringJoiner points = new StringJoiner(", ", "ST_GeomFromText('LINESTRING(", ")')");
                for (int left = 2 + random.nextInt(5); left > 0; left--) {
                    points.add(random.nextGaussian() + " " + random.nextInt(100));
                }
                return points.toString();
            });
        }

        private RandomColumn address() {
            return switch (random.nextInt(3)) {
                case 0 ->
                    new RandomColumn(
                            "UUID", () -> "'" + new java.util.UUID(random.nextLong(), random.nextLong()) + "'");
                case 1 -> new RandomColumn("INET4", () -> "INET_NTOA(" + (random.nextInt() & 0xffff_ff00L) + ")");
                default ->
                    new RandomColumn(
                            "INET6",
                            () -> IntStream.range(0, 8)
                                    .mapToObj(word ->
                                            Integer.toHexString(random.nextInt(3) > 0 ? 0 : random.nextInt(0x10000)))
                                    .collect(Collectors.joining(":", "'", "'")));
            };
        }

        private RandomColumn compressed() {
            String type =
                    List.of("VARCHAR(300)", "TEXT", "BLOB", "VARBINARY(300)").get(random.nextInt(4));
            return new RandomColumn(
                    type + " COMPRESSED",
                    () -> "REPEAT('" + letters("b", 1).replaceAll("\\W", "x") + "', " + random.nextInt(301) + ")");
        }

        private RandomColumn json() {
            return new RandomColumn(
                    "JSON",
                    () -> "JSON_OBJECT('a', " + random.nextLong() + ", 'b', " + finite(random.nextGaussian())
                            + ", 'c', " + digits(5) + "." + digits(4) + ", _utf8mb4 X'" + utf8(letters("é", 9)) + "', '"
                            + day() + "')");
        }

        private RandomColumn vector() {
            return new RandomColumn(
                    "VECTOR(9)",
                    () -> "STRING_TO_VECTOR('["
                            + IntStream.range(0, 1 + random.nextInt(9))
                                    .mapToObj(index -> "" + (float) random.nextGaussian())
                                    .collect(Collectors.joining(", "))
                            + "]')");
        }
    }
}
