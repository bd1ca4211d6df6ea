package dev.caudal.s3.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caudal.s3.archive.Fidelity;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a record is written, as lines and for the archive. */
class LinesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"b\":1.10,\"a\":12345678901234567890}", "{}", " {\"a\" : 1e2} ", "\"text\"", "1.10", "true"})
    void json_that_is_read_raw_is_the_line(String message) {
        Lines lines = lines(raw(message));

        assertThat(text(lines.value())).isEqualTo(message);
        assertThat(lines.original()).get().satisfies(original -> {
            assertThat(text(original.value())).isEqualTo(message);
            assertThat(original.fidelity()).isEqualTo(Fidelity.EXACT);
        });
    }

    @Test
    void json_of_several_lines_becomes_one_and_the_archive_keeps_it() {
        Lines lines = lines(raw("{\n  \"a b\" : 1.10,\r\n\t\"c\\\" \" : [ 1, 2 ]\n}"));

        assertThat(text(lines.value())).isEqualTo("{\"a b\":1.10,\"c\\\" \":[1,2]}");
        assertThat(lines.original())
                .get()
                .satisfies(original -> assertThat(text(original.value()))
                        .isEqualTo("{\n  \"a b\" : 1.10,\r\n\t\"c\\\" \" : [ 1, 2 ]\n}"));
    }

    @Test
    void what_a_transformation_changed_is_written_changed() {
        SinkRecord copied = raw("{\"a\":1.10,\"b\":{\"c\":1}}");
        Map<String, Object> copy = new LinkedHashMap<>();
        copy.put("a", 2);
        SinkRecord other =
                copied.newRecord("city", 0, copied.keySchema(), copied.key(), null, copy, copied.timestamp());
        assertThat(text(lines(other).value())).isEqualTo("{\"a\":2}");

        SinkRecord inPlace = raw("{\"a\":1.10}");
        map(inPlace.value()).put("a", 5);
        assertThat(text(lines(inPlace).value())).isEqualTo("{\"a\":5}");

        SinkRecord inside = raw("{\"b\":{\"c\":1}}");
        map(map(inside.value()).get("b")).put("c", 2);
        assertThat(text(lines(inside).value())).isEqualTo("{\"b\":{\"c\":2}}");

        SinkRecord looked = raw("{\"a\":1.10}");
        assertThat(map(looked.value())).containsEntry("a", 1.1);
        assertThat(text(lines(looked).value())).isEqualTo("{\"a\":1.10}");
    }

    @Test
    void what_is_no_json_by_the_letter_is_read_as_jsonconverter_does() {
        assertThat(text(lines(raw("007")).value())).isEqualTo("7");
        Lines lines = lines(raw("{\"a\":1} 2"));
        assertThat(text(lines.value())).isEqualTo("{\"a\":1}");
        assertThat(lines.original())
                .get()
                .satisfies(original -> assertThat(text(original.value())).isEqualTo("{\"a\":1} 2"));
        assertThatThrownBy(() -> raw("{\"a\":")).isInstanceOf(DataException.class);
    }

    @Test
    void a_key_that_is_no_json_is_kept_as_it_is() {
        RawJsonConverter converter = new RawJsonConverter();
        converter.configure(Map.of(), true);

        assertThat(converter.toConnectData("city", bytes("1,2")).value()).isEqualTo(bytes("1,2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "7", "999999999999999999", "-1", "9223372036854775807", "1e2", "01", "1.0", "\"\"", "true"})
    void a_key_of_one_value_is_what_connect_makes_of_it(String key) {
        JsonConverter connect = new JsonConverter();
        connect.configure(Map.of("schemas.enable", "false"), true);
        RawJsonConverter converter = new RawJsonConverter();
        converter.configure(Map.of(), true);

        assertThat(converter.toConnectData("city", bytes(key)).value()).isEqualTo(expected(connect, key));
    }

    private static Object expected(JsonConverter connect, String key) {
        try {
            return connect.toConnectData("city", bytes(key)).value();
        } catch (DataException e) {
            return bytes(key);
        }
    }

    @Test
    void values_without_raw_bytes_are_written_as_confluent_does() {
        Schema schema = SchemaBuilder.struct()
                .field("id", Schema.INT32_SCHEMA)
                .field("price", Decimal.schema(2))
                .build();
        Struct struct = new Struct(schema).put("id", 1).put("price", new BigDecimal("1.10"));

        assertThat(text(lines(record(schema, struct)).value())).isEqualTo("{\"id\":1,\"price\":\"bg==\"}");
        assertThat(text(lines(record(schema, struct), "json.decimal.format", "numeric")
                        .value()))
                .isEqualTo("{\"id\":1,\"price\":1.10}");
        assertThat(text(lines(record(null, "a\"b")).value())).isEqualTo("\"a\\\"b\"");
        assertThat(text(lines(record(null, List.of(1, true))).value())).isEqualTo("[1,true]");
        assertThat(text(lines(record(null, bytes("{}"))).value())).isEqualTo("\"e30=\"");
        assertThat(lines(record(null, Map.of("a", 1))).original())
                .get()
                .satisfies(original -> assertThat(original.fidelity()).isEqualTo(Fidelity.SEMANTIC));
    }

    @Test
    void bytes_can_be_lines_where_they_are_json() {
        assertThat(text(lines(record(null, bytes("{ }")), "caudal.json.bytes", "verbatim")
                        .value()))
                .isEqualTo("{ }");
        assertThat(text(lines(record(null, bytes("no")), "caudal.json.bytes", "verbatim")
                        .value()))
                .isEqualTo("\"bm8=\"");
    }

    @Test
    void bytes_are_written_with_their_separator_by_the_bytes_format() {
        LineMaker maker = maker("format.class", "ByteArrayFormat", "format.bytearray.separator", " | ");

        assertThat(maker.lines(record(null, bytes("x"))).value()).isEqualTo(bytes("x"));
        assertThat(maker.values().separator()).isEqualTo(bytes(" | "));
        assertThatThrownBy(() -> maker.lines(record(null, "text")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("ByteArrayConverter");
    }

    @Test
    void keys_and_headers_have_lines_of_their_own() {
        LineMaker maker = maker(
                "store.kafka.keys",
                "true",
                "keys.format.class",
                "JsonFormat",
                "store.kafka.headers",
                "true",
                "headers.format.class",
                "JsonFormat");
        SinkRecord record = raw("{}");
        assertThatThrownBy(() -> maker.lines(record)).hasMessageContaining("no headers");
        record.headers().addString("h", "v").addInt("n", 1);

        Lines lines = maker.lines(record);

        assertThat(text(lines.key())).isEqualTo("\"k\"");
        assertThat(text(lines.headers()))
                .isEqualTo("{\"headers\":[{\"key\":\"h\",\"value\":\"v\"},{\"key\":\"n\",\"value\":\"1\"}]}");
    }

    @ParameterizedTest
    @CsvSource({"ignore,''", "write,tombstone"})
    void a_record_without_a_value_is_kept_in_the_archive(String behaviour, String folder) {
        Lines lines = lines(
                record(null, null),
                "behavior.on.null.values",
                behaviour,
                "store.kafka.keys",
                "true",
                "keys.format.class",
                "JsonFormat");

        assertThat(lines.value()).isNull();
        assertThat(lines.folder()).isEqualTo(folder);
        assertThat(lines.placed()).isEqualTo(behaviour.equals("write"));
        assertThat(lines.original())
                .get()
                .satisfies(original -> assertThat(original.value()).isNull());
    }

    @Test
    void a_record_without_a_value_fails_if_nothing_else_is_set() {
        assertThatThrownBy(() -> lines(record(null, null)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("behavior.on.null.values");
    }

    @ParameterizedTest
    @CsvSource({
        "org.apache.kafka.connect.storage.StringConverter,text,EXACT",
        "org.apache.kafka.connect.json.JsonConverter,'\"text\"',SEMANTIC",
        "io.example.AvroConverter,'\"text\"',LOSSY",
    })
    void how_well_a_key_is_known_depends_on_its_converter(String converter, String bytes, Fidelity fidelity) {
        SinkRecord record =
                new SinkRecord("city", 0, null, "text", null, bytes("{}"), 0, 0L, TimestampType.CREATE_TIME);

        assertThat(lines(record, "key.converter", converter).original()).get().satisfies(original -> {
            assertThat(text(original.key())).isEqualTo(bytes);
            assertThat(original.fidelity()).isEqualTo(fidelity);
        });
    }

    private static Lines lines(SinkRecord record, String... settings) {
        return maker(settings).lines(record);
    }

    private static LineMaker maker(String... settings) {
        return new LineMaker(new SinkConfig(Settings.with(settings)), true, Clock.systemUTC());
    }

    private static SinkRecord raw(String message) {
        RawJsonConverter converter = new RawJsonConverter();
        converter.configure(Map.of(), false);
        SchemaAndValue value = converter.toConnectData("city", bytes(message));
        SchemaAndValue key = converter.toConnectData("city", bytes("\"k\""));
        return new SinkRecord(
                "city",
                0,
                key.schema(),
                key.value(),
                value.schema(),
                value.value(),
                0,
                0L,
                TimestampType.CREATE_TIME,
                new ConnectHeaders());
    }

    private static SinkRecord record(@Nullable Schema schema, @Nullable Object value) {
        return new SinkRecord("city", 0, null, "k", schema, value, 0, 0L, TimestampType.CREATE_TIME);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) java.util.Objects.requireNonNull(value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "null" : new String(bytes, StandardCharsets.UTF_8);
    }
}
