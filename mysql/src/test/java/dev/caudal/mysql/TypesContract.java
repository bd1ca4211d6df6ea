package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.core.Message;
import dev.caudal.testkit.Seeds;
import dev.caudal.testkit.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Every captured type: a row reads the same from the load and from the log. */
abstract class TypesContract {

    private static final String SPACE = "types";

    abstract TestDatabase server();

    @Test
    void a_value_of_every_type_reads_the_same_from_the_load_and_from_the_log() {
        List<TypeCases.Case> cases = TypeCases.of(server());
        Servers.create(server(), SPACE);
        for (int number = 0; number < cases.size(); number++) {
            create("t" + number, cases.get(number));
        }
        String[] tables = new String[cases.size()];
        java.util.Arrays.setAll(tables, number -> SPACE + ".t" + number);
        int rows = cases.stream().mapToInt(it -> it.values().size()).sum();
        try (Capture capture = Capture.start(SourceSettings.of(server(), tables))) {
            Map<String, List<String>> loaded = byTable(capture.take(rows));
            for (String table : tables) {
                server().execute("DELETE FROM " + table + " ORDER BY id");
            }
            Map<String, List<String>> logged = byTable(capture.take(rows));
            SoftAssertions softly = new SoftAssertions();
            for (int number = 0; number < tables.length; number++) {
                List<String> expected = expected(cases.get(number));
                softly.assertThat(loaded.get(tables[number]))
                        .as("load of " + cases.get(number).type())
                        .isEqualTo(expected);
                softly.assertThat(logged.get(tables[number]))
                        .as("log of " + cases.get(number).type())
                        .isEqualTo(expected);
            }
            softly.assertAll();
        }
    }

    private void create(String table, TypeCases.Case type) {
        List<String> statements = new ArrayList<>(List.of(
                "SET sql_mode = '', time_zone = '+00:00'",
                "CREATE TABLE types." + table + " (id INT PRIMARY KEY, v " + type.type() + " DEFAULT NULL)"));
        for (int id = 0; id < type.values().size(); id++) {
            statements.add("INSERT INTO types." + table + " VALUES (" + id + ", "
                    + type.values().get(id) + ")");
        }
        server().execute(statements.toArray(String[]::new));
    }

    private static List<String> expected(TypeCases.Case type) {
        List<String> rows = new ArrayList<>();
        for (int id = 0; id < type.expected().size(); id++) {
            String json = type.expected().get(id).replace('\'', '"').replace('\u0000', '\'');
            rows.add("{\"id\": " + id + ", \"v\": " + json + "}");
        }
        return rows;
    }

    /** The texts of {@code data} by table, in the order of {@code id}. */
    private static Map<String, List<String>> byTable(List<Message> messages) {
        Map<String, List<String>> rows = new HashMap<>();
        messages.stream()
                .sorted(Comparator.comparing(
                        message -> Capture.parse(message).data().get("id").asInt()))
                .forEach(message -> rows.computeIfAbsent(message.table().toString(), name -> new ArrayList<>())
                        .add(data(message)));
        return rows;
    }

    private static String data(Message message) {
        String text = Capture.text(message);
        return text.substring(text.indexOf("\"data\": ") + 8, text.indexOf(", \"beforeData\""));
    }

    @Test
    void random_rows_read_the_same_from_the_load_and_from_the_log() throws SQLException {
        Random random = Seeds.random("random rows");
        int rows = 500;
        Servers.create(server(), "randoms");
        server().execute(
                        "CREATE TABLE randoms.t (id INT PRIMARY KEY, a BIGINT, b BIGINT UNSIGNED, c DECIMAL(40,15), d DOUBLE,"
                                + " e FLOAT, f VARCHAR(400) CHARACTER SET utf8mb4, g TEXT CHARACTER SET latin1, h TIME(6), i DATETIME(3),"
                                + " j MEDIUMINT, k DATE)");
        try (var connection = server().connection();
                var insert = connection.prepareStatement("INSERT INTO randoms.t VALUES (?,?,?,?,?,?,?,?,?,?,?,?)")) {
            for (int id = 0; id < rows; id++) {
                fill(insert, id, random);
                insert.executeUpdate();
            }
        }
        try (Capture capture = Capture.start(SourceSettings.of(server(), "randoms.t"))) {
            Map<String, List<String>> loaded = byTable(capture.take(rows));
            server().execute("DELETE FROM randoms.t");
            assertThat(byTable(capture.take(rows))).isEqualTo(loaded);
        }
    }

    private static void fill(java.sql.PreparedStatement insert, int id, Random random) throws SQLException {
        Object[] values = {
            id,
            random.nextLong() >> random.nextInt(64),
            new BigDecimal(new BigInteger(1 + random.nextInt(64), random)),
            new BigDecimal(new BigInteger(1 + random.nextInt(80), random), 15)
                    .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1)),
            random.nextGaussian() * Math.pow(10, random.nextInt(600) - 300),
            (float) (random.nextGaussian() * Math.pow(10, random.nextInt(60) - 30)),
            text(random, 0x10ffff),
            text(random, 0xff),
            (random.nextBoolean() ? "-" : "")
                    + random.nextInt(838)
                    + ":%02d:%02d.%06d".formatted(random.nextInt(60), random.nextInt(60), random.nextInt(1_000_000)),
            "%04d-%02d-%02d %02d:%02d:%02d.%03d"
                    .formatted(
                            1000 + random.nextInt(9000),
                            1 + random.nextInt(12),
                            1 + random.nextInt(28),
                            random.nextInt(24),
                            random.nextInt(60),
                            random.nextInt(60),
                            random.nextInt(1000)),
            random.nextInt(1 << 24) - (1 << 23),
            "%04d-%02d-%02d".formatted(1000 + random.nextInt(9000), 1 + random.nextInt(12), 1 + random.nextInt(28))
        };
        for (int index = 0; index < values.length; index++) {
            insert.setObject(index + 1, index > 0 && random.nextInt(8) == 0 ? null : values[index]);
        }
    }

    private static String text(Random random, int highest) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(300); left > 0; left--) {
            int code = random.nextBoolean() ? random.nextInt(128) : random.nextInt(highest + 1);
            boolean fits =
                    Character.isDefined(code) && (code < 0x80 || code > 0x9f) && (code < 0xd800 || code > 0xdfff);
            text.appendCodePoint(fits ? code : ' ');
        }
        return text.toString();
    }

    /** In one row every character set in every kind of column, in another all bytes of those of one byte. */
    @Test
    void text_of_every_character_set_reads_the_same_from_the_load_and_from_the_log() {
        Map<String, String> samples = CharsetSamples.of(server());
        List<String> columns = new ArrayList<>(List.of("id INT PRIMARY KEY"));
        List<String> values = new ArrayList<>(List.of("1"));
        List<String> expected = new ArrayList<>(List.of("'id': 1"));
        samples.forEach((charset, text) -> {
            for (String type : List.of("CHAR(20)", "VARCHAR(300)", "TEXT", "ENUM('a','" + text + "')")) {
                String name = charset + columns.size();
                columns.add(name + " " + type + " CHARACTER SET " + charset);
                values.add("'" + text + "'");
                expected.add("'" + name + "': '" + text + "'");
            }
        });
        Servers.create(server(), "charsets");
        server().execute(
                        "SET sql_mode = ''",
                        "CREATE TABLE charsets.t (" + String.join(", ", columns) + ") ROW_FORMAT=DYNAMIC",
                        "INSERT INTO charsets.t VALUES (" + String.join(", ", values) + ")");
        try (Capture capture = Capture.start(SourceSettings.of(server(), "charsets.t"))) {
            String row = "{" + String.join(", ", expected).replace('\'', '"') + "}";
            assertThat(data(capture.take(1).get(0))).as("load").isEqualTo(row);
            server().execute("DELETE FROM charsets.t");
            assertThat(data(capture.take(1).get(0))).as("log").isEqualTo(row);
        }
    }

    @Test
    void every_byte_of_every_character_set_of_one_byte_reads_the_same_from_the_load_and_from_the_log() {
        String bytes = IntStream.range(32, 256).mapToObj("%02X"::formatted).collect(Collectors.joining());
        List<String> charsets = CharsetSamples.ofOneByte(server());
        Servers.create(server(), "bytes");
        server().execute(
                        "CREATE TABLE bytes.t (id INT PRIMARY KEY, "
                                + charsets.stream()
                                        .map(name -> name + " TEXT CHARACTER SET " + name)
                                        .collect(Collectors.joining(", "))
                                + ")",
                        "INSERT INTO bytes.t VALUES (1, "
                                + charsets.stream()
                                        .map(name -> "_" + name + " X'" + bytes + "'")
                                        .collect(Collectors.joining(", "))
                                + ")");
        try (Capture capture = Capture.start(SourceSettings.of(server(), "bytes.t"))) {
            String loaded = data(capture.take(1).get(0));
            server().execute("DELETE FROM bytes.t");
            assertThat(data(capture.take(1).get(0))).isEqualTo(loaded);
        }
    }

    @Test
    void a_column_with_the_name_of_a_hidden_one_stops_the_task_by_name_at_start() {
        Servers.create(server(), "refused");
        server().execute("CREATE TABLE refused.t (id INT PRIMARY KEY, DB_ROW_HASH_7 INT)");
        for (SourceSettings settings : List.of(
                SourceSettings.of(server(), "refused.t"),
                SourceSettings.of(server(), "refused.t").changesOnly())) {
            try (Capture capture = Capture.start(settings)) {
                SourceException failure = capture.failure();
                assertThat(failure).hasMessageContaining("refused.t.DB_ROW_HASH_7");
                assertThat(failure.retryable()).isFalse();
            }
        }
    }
}
