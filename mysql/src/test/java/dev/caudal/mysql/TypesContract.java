package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.core.Message;
import dev.caudal.testkit.Seeds;
import dev.caudal.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Every captured type: a row reads the same from the load and from the log. */
abstract class TypesContract {

    private static final String SPACE = "types";
    private static final int COLUMNS = 12;
    private static final int RANDOM_TABLES = 10;
    private static final int RANDOM_ROWS = 40;

    abstract TestDatabase server();

    @Test
    void a_value_of_every_type_reads_the_same_from_the_load_and_from_the_log() {
        List<TypeCases.Case> cases = TypeCases.of(server());
        Servers.create(server(), SPACE);
        Map<String, List<TypeCases.Case>> tables = new LinkedHashMap<>();
        for (int from = 0; from < cases.size(); from += COLUMNS) {
            tables.put(SPACE + ".t" + from, cases.subList(from, Math.min(cases.size(), from + COLUMNS)));
        }
        tables.forEach(this::create);
        int rows = tables.values().stream().mapToInt(TypesContract::rows).sum();
        try (Capture capture =
                Capture.start(SourceSettings.of(server(), tables.keySet().toArray(String[]::new)))) {
            Map<String, List<String>> loaded = byTable(capture.take(rows));
            tables.keySet().forEach(table -> server().execute("DELETE FROM " + table));
            Map<String, List<String>> logged = byTable(capture.take(rows));
            SoftAssertions softly = new SoftAssertions();
            tables.forEach((table, columns) -> {
                String types = columns.stream().map(TypeCases.Case::type).collect(Collectors.joining(", "));
                softly.assertThat(loaded.get(table)).as("load of " + types).isEqualTo(expected(columns));
                softly.assertThat(logged.get(table)).as("log of " + types).isEqualTo(expected(columns));
            });
            softly.assertAll();
        }
    }

    private static int rows(List<TypeCases.Case> columns) {
        return columns.stream().mapToInt(it -> it.values().size()).max().orElseThrow();
    }

    /** A column for each case; where one has fewer values than others, the rest is NULL. */
    private void create(String table, List<TypeCases.Case> columns) {
        List<String> definitions = new ArrayList<>(List.of("id INT PRIMARY KEY"));
        for (int column = 0; column < columns.size(); column++) {
            definitions.add("c" + column + " " + columns.get(column).type() + " DEFAULT NULL");
        }
        List<String> statements = new ArrayList<>(List.of(
                "SET sql_mode = '', time_zone = '+00:00'",
                "CREATE TABLE " + table + " (" + String.join(", ", definitions) + ")"));
        for (int id = 0; id < rows(columns); id++) {
            int row = id;
            String values = columns.stream()
                    .map(it -> row < it.values().size() ? it.values().get(row) : "NULL")
                    .collect(Collectors.joining(", "));
            statements.add("INSERT INTO " + table + " VALUES (" + id + ", " + values + ")");
        }
        server().execute(statements.toArray(String[]::new));
    }

    private static List<String> expected(List<TypeCases.Case> columns) {
        List<String> rows = new ArrayList<>();
        for (int id = 0; id < rows(columns); id++) {
            StringBuilder row = new StringBuilder("{\"id\": " + id);
            for (int column = 0; column < columns.size(); column++) {
                List<String> values = columns.get(column).expected();
                String json = id < values.size() ? values.get(id) : "null";
                row.append(", \"c" + column + "\": ")
                        .append(json.replace('\'', '"').replace('\u0000', '\''));
            }
            rows.add(row.append('}').toString());
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
    void rows_of_random_tables_read_the_same_from_the_load_and_from_the_log() {
        Random random = Seeds.random("random tables");
        RandomColumn.Factory columns = new RandomColumn.Factory(random, server());
        Servers.create(server(), "randoms");
        String[] tables = new String[RANDOM_TABLES];
        for (int number = 0; number < tables.length; number++) {
            tables[number] = "randoms.t" + number;
            List<String> definitions = new ArrayList<>(List.of("id INT PRIMARY KEY"));
            List<Supplier<String>> values = new ArrayList<>();
            for (int column = 0; column < 12; column++) {
                RandomColumn next = columns.next();
                definitions.add("c" + column + " " + next.type());
                values.add(next.value());
            }
            String rows = IntStream.range(0, RANDOM_ROWS)
                    .mapToObj(id -> "(" + id + ", "
                            + values.stream().map(Supplier::get).collect(Collectors.joining(", ")) + ")")
                    .collect(Collectors.joining(", "));
            server().execute(
                            "SET sql_mode = '', time_zone = '+00:00'",
                            "CREATE TABLE " + tables[number] + " (" + String.join(", ", definitions) + ")",
                            "INSERT INTO " + tables[number] + " VALUES " + rows);
        }
        int rows = tables.length * RANDOM_ROWS;
        try (Capture capture = Capture.start(SourceSettings.of(server(), tables))) {
            Map<String, List<String>> loaded = byTable(capture.take(rows));
            for (String table : tables) {
                server().execute("DELETE FROM " + table);
            }
            assertThat(byTable(capture.take(rows))).isEqualTo(loaded);
        }
    }

    @Test
    void generated_and_invisible_columns_are_sent_as_all_others() {
        Servers.create(server(), "derived");
        server().execute(
                        "CREATE TABLE derived.t (id INT PRIMARY KEY, v INT AS (id + 1) VIRTUAL, s INT AS (id + 2) STORED,"
                                + " i INT INVISIBLE DEFAULT 7, l TEXT)",
                        "INSERT INTO derived.t (id, l) VALUES (1, 'a')");
        try (Capture capture = Capture.start(SourceSettings.of(server(), "derived.t"))) {
            assertThat(capture.rows(1)).containsExactly("{'id':1,'v':2,'s':3,'i':7,'l':'a'}");
            server().execute("UPDATE derived.t SET i = 8");
            assertThat(capture.changes(1)).containsExactly("UPDATE {'id':1,'v':2,'s':3,'i':8,'l':'a'}");
        }
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
