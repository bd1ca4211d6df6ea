package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.core.Message;
import dev.caudal.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tables that are not as others: odd names, other keys than one number, very many columns, very long rows. */
abstract class TablesContract {

    /** The most that InnoDB takes. */
    private static final int COLUMNS = 1017;

    private static final int LONG = 32 << 20;

    abstract TestDatabase server();

    @Test
    void names_may_have_quotes_dots_commas_spaces_signs_and_letters_of_any_script() {
        String schema = "Odd \"S\" é";
        String table = "T.1, 'x' `日本☕` \\";
        server().execute(
                        "DROP DATABASE IF EXISTS " + SourceConnection.identifier(schema),
                        "CREATE DATABASE " + SourceConnection.identifier(schema));
        String quoted = SourceConnection.identifier(schema) + "." + SourceConnection.identifier(table);
        server().execute(
                        "CREATE TABLE " + quoted + " (`I d` INT PRIMARY KEY, `a\"b'c\\\\d.e` VARCHAR(9), `ñ,☕` INT)",
                        "INSERT INTO " + quoted + " VALUES (1, 'x', 2)");
        String row = "{\"I d\": 1, \"a\\\"b'c\\\\\\\\d.e\": \"x\", \"ñ,☕\": 2}";
        SourceSettings settings = SourceSettings.of(server(), schema + "." + table);
        assertThat(Preflight.check(settings.config())).isEmpty();
        try (Capture capture = Capture.start(settings)) {
            assertThat(data(capture)).isEqualTo(row);
            server().execute("DELETE FROM " + quoted);
            assertThat(data(capture)).isEqualTo(row);
        }
    }

    @Test
    void keys_may_be_texts_or_bytes_or_several_or_none() {
        Servers.create(server(), "keyed");
        server().execute(
                        "CREATE TABLE keyed.text (k VARCHAR(20) CHARACTER SET latin1 PRIMARY KEY, v INT)",
                        "CREATE TABLE keyed.bytes (k BINARY(4) PRIMARY KEY, v INT)",
                        "CREATE TABLE keyed.several (v INT, b VARCHAR(5), a DECIMAL(5,2), PRIMARY KEY (a, b))",
                        "CREATE TABLE keyed.none (v INT)");
        List<String> values = List.of(
                "keyed.text VALUES ('ñ \"a\"', 1)",
                "keyed.bytes VALUES ('ab', 1)",
                "keyed.several VALUES (1, 'é', 2.5)");
        List<String> keys = List.of("ñ \"a\"", "61620000", "[\"2.50\", \"é\"]");
        for (int index = 0; index < keys.size(); index++) {
            String table = values.get(index).split(" ")[0];
            server().execute("INSERT INTO " + values.get(index));
            try (Capture capture = Capture.start(SourceSettings.of(server(), table))) {
                assertThat(key(capture)).as("load of " + table).isEqualTo(keys.get(index));
                server().execute("UPDATE " + table + " SET v = 3");
                assertThat(key(capture)).as("log of " + table).isEqualTo(keys.get(index));
            }
        }
        server().execute("INSERT INTO keyed.none VALUES (1), (1)");
        try (Capture capture = Capture.start(SourceSettings.of(server(), "keyed.none"))) {
            assertThat(capture.take(2))
                    .allSatisfy(message -> assertThat(message.rowKey()).isNull());
            server().execute("DELETE FROM keyed.none LIMIT 1");
            Message message = capture.take(1).get(0);
            assertThat(message.rowKey()).isNull();
            assertThat(Capture.parse(message).headers().changeMask()).isEqualTo("01");
        }
    }

    @Test
    void a_table_may_have_as_many_columns_as_the_server_allows() {
        Servers.create(server(), "wide");
        String columns = IntStream.range(1, COLUMNS)
                .mapToObj(index -> "c" + index + " TINYINT NOT NULL DEFAULT " + index % 100)
                .collect(Collectors.joining(", "));
        server().execute(
                        "CREATE TABLE wide.t (id INT PRIMARY KEY, " + columns + ")",
                        "INSERT INTO wide.t (id) VALUES (1)");
        try (Capture capture = Capture.start(SourceSettings.of(server(), "wide.t"))) {
            String loaded = data(capture);
            assertThat(loaded).contains("\"c1\": 1, ").endsWith(", \"c1016\": 16}");
            server().execute("DELETE FROM wide.t");
            assertThat(data(capture)).isEqualTo(loaded);
        }
    }

    /** A row of 64 MB, which is five packets of the protocol. */
    @Test
    void a_row_may_be_longer_than_many_packets() {
        Servers.create(server(), "big");
        server().execute("SET GLOBAL max_allowed_packet = 1 << 30");
        server().execute(
                        "CREATE TABLE big.t (id INT PRIMARY KEY, a LONGTEXT, b LONGBLOB)",
                        "INSERT INTO big.t VALUES (1, REPEAT('é', " + LONG / 2 + "), REPEAT(X'AB', " + LONG + "))");
        String row = "{\"id\": 1, \"a\": \"" + "é".repeat(LONG / 2) + "\", \"b\": \"" + "AB".repeat(LONG) + "\"}";
        try (Capture capture = Capture.start(SourceSettings.of(server(), "big.t"))) {
            assertThat(data(capture).equals(row)).as("load").isTrue();
            server().execute("DELETE FROM big.t");
            assertThat(data(capture).equals(row)).as("log").isTrue();
        }
    }

    private static String key(Capture capture) {
        return new String(Objects.requireNonNull(capture.take(1).get(0).rowKey()), StandardCharsets.UTF_8);
    }

    static String data(Capture capture) {
        String text = Capture.text(capture.take(1).get(0));
        return text.substring(text.indexOf("\"data\": ") + 8, text.indexOf(", \"beforeData\""));
    }
}
