package dev.caudal.replicate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caudal.core.Destination;
import dev.caudal.core.Message;
import dev.caudal.core.Operation;
import dev.caudal.core.TableId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
    private static final TableId CITY = new TableId("world", "city");
    private static final TableId COUNTRY = new TableId("world", "country");
    private static final int PARTITIONS = 7;

    @Test
    void a_key_goes_to_the_partition_of_kafkas_default_partitioner() {
        var routes = routes();
        for (int id = 0; id < 1_000; id++) {
            byte[] key = Integer.toString(id * 7919).getBytes(UTF_8);
            assertThat(routes.record(message(Operation.INSERT, key)).partition())
                    .isEqualTo(BuiltInPartitioner.partitionForKey(key, PARTITIONS));
        }
    }

    @Test
    void the_key_is_the_rows_by_default() {
        assertThat(routes().record(row("4097")).key()).isEqualTo("4097".getBytes(UTF_8));
    }

    @Test
    void the_key_may_be_schema_and_table_which_keeps_a_table_in_one_partition() {
        var routes = routes("message.key", "schema-and-table");
        assertThat(routes.record(row("1")).key()).isEqualTo("world.city".getBytes(UTF_8));
        assertThat(IntStream.range(0, 100)
                        .mapToObj(id -> routes.record(row("" + id)).partition()))
                .containsOnly(BuiltInPartitioner.partitionForKey("world.city".getBytes(UTF_8), PARTITIONS));
    }

    @Test
    void without_a_key_the_changes_of_a_row_still_share_a_partition() {
        var routes = routes("message.key", "none");
        assertThat(routes.record(row("4097")).key()).isNull();
        assertThat(routes.record(row("4097")).partition())
                .isEqualTo(BuiltInPartitioner.partitionForKey("4097".getBytes(UTF_8), PARTITIONS));
    }

    @Test
    void a_row_without_a_primary_key_goes_with_its_table() {
        var record = routes().record(new Message(CITY, Operation.INSERT, 0, null, new byte[0]));
        assertThat(record.key()).isNull();
        assertThat(record.partition())
                .isEqualTo(BuiltInPartitioner.partitionForKey("world.city".getBytes(UTF_8), PARTITIONS));
    }

    @Test
    void random_spreads_the_changes_of_one_row_over_all_partitions() {
        var routes = routes("partition.strategy", "random");
        assertThat(IntStream.range(0, 1_000)
                        .mapToObj(i -> routes.record(row("1")).partition()))
                .contains(IntStream.range(0, PARTITIONS).boxed().toArray(Integer[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSERT", "UPDATE", "DELETE"})
    void a_change_carries_schema_table_and_operation_as_headers(String operation) {
        var record = routes().record(message(Operation.valueOf(operation), "1".getBytes(UTF_8)));
        assertThat(headers(record)).containsExactly("schema=world", "table=city", "operation=" + operation);
    }

    @Test
    void a_row_of_the_load_also_carries_its_load_number() {
        var routes = routes();
        for (int load : List.of(1, 2, 12)) {
            var record = routes.record(new Message(CITY, Operation.REFRESH, load, "1".getBytes(UTF_8), new byte[0]));
            assertThat(headers(record))
                    .containsExactly("schema=world", "table=city", "operation=REFRESH", "caudal.load=" + load);
        }
    }

    @Test
    void columns_whose_values_are_not_whole_are_named_in_a_header() {
        var cut = new Message(CITY, Operation.INSERT, 0, null, new byte[0], null, List.of("a", "b\"c"));
        assertThat(headers(routes("message.headers", "operation").record(cut)))
                .containsExactly("operation=INSERT", "caudal.truncated=[\"a\",\"b\\\"c\"]");
        assertThat(headers(routes("message.headers", "operation").record(row("1"))))
                .containsExactly("operation=INSERT");
    }

    @Test
    void headers_are_those_that_were_chosen() {
        assertThat(headers(routes("message.headers", "operation").record(row("1"))))
                .containsExactly("operation=INSERT");
    }

    @Test
    void the_topic_is_made_of_the_tables_name() {
        var record = routes("topic", "cdc.${table}").record(row("1"));
        assertThat(record.topic()).isEqualTo("cdc.city");
    }

    @ParameterizedTest
    @CsvSource({
        "shop, order.Lines_1-a, shop.order.Lines_1-a",
        "shop, Año 1, shop.A_f1_o_20_1",
        "a/b, \"x\", a_2f_b._22_x_22_",
        "shop, 😀, shop._1f600_"
    })
    void a_character_that_a_topic_may_not_have_is_spelled_by_its_code_point(String schema, String name, String topic) {
        assertThat(TopicPattern.USUAL.topic(new TableId(schema, name))).isEqualTo(topic);
    }

    @Test
    void a_table_has_its_own_topic_and_partition_and_the_others_have_those_of_the_task() {
        var routes = routes(
                "topic",
                "all",
                "table.settings",
                "{'world.city': {'topic': 'my.${table}', 'partition': 3}}".replace('\'', '"'));
        assertThat(routes.record(row("1")).topic()).isEqualTo("my.city");
        assertThat(IntStream.range(0, 100)
                        .mapToObj(id -> routes.record(row("" + id)).partition()))
                .containsOnly(3);
        var other = routes.record(new Message(COUNTRY, Operation.INSERT, 0, "1".getBytes(UTF_8), new byte[0]));
        assertThat(other.topic()).isEqualTo("all");
        assertThat(other.partition()).isEqualTo(BuiltInPartitioner.partitionForKey("1".getBytes(UTF_8), PARTITIONS));
    }

    @Test
    void the_first_rule_that_fits_a_table_gives_the_name_in_its_topic_and_a_topic_of_its_own_comes_before() {
        var routes = routes(
                "table.rules",
                ("[{'rule': 'rename-tables', 'tables': 'world.c%y', 'to': 'mundo.C%', 'letters': 'upper'},"
                                + " {'rule': 'rename-tables', 'to': 'x.%'}]")
                        .replace('\'', '"'),
                "table.settings",
                "{'world.country': {'topic': '${schema}.all'}}".replace('\'', '"'));
        var city = routes.record(row("1"));
        assertThat(city.topic()).isEqualTo("MUNDO.CIT");
        assertThat(headers(city)).contains("schema=world", "table=city");
        var other = routes.record(new Message(COUNTRY, Operation.INSERT, 0, "1".getBytes(UTF_8), new byte[0]));
        assertThat(other.topic()).isEqualTo("world.all");
    }

    @Test
    void a_table_with_columns_for_its_key_has_a_key_whatever_the_task_has() {
        var routes = routes("message.key", "none", "table.settings", "{\"world.city\": {\"key\": [\"Name\"]}}");
        assertThat(routes.record(row("Kabul")).key()).isEqualTo("Kabul".getBytes(UTF_8));
    }

    @Test
    void an_expression_may_give_topic_and_partition_of_a_row() {
        var routes = routes();
        var elsewhere = routes.record(sent(new Destination("elsewhere", Destination.BY_KEY)));
        assertThat(elsewhere.topic()).isEqualTo("elsewhere");
        assertThat(elsewhere.partition()).isEqualTo(BuiltInPartitioner.partitionForKey("1".getBytes(UTF_8), 2));
        assertThat(routes.record(sent(new Destination("", 6))).partition()).isEqualTo(6);
        assertThat(routes.record(sent(new Destination("", 6))).topic()).isEqualTo("world.city");
    }

    @Test
    void a_row_is_refused_the_partitions_that_its_topic_does_not_have() {
        var routes = routes("table.settings", "{\"world.country\": {\"partition\": 6}}");
        assertThat(routes.refusal(CITY, new Destination("", 6))).isEmpty();
        assertThat(routes.refusal(CITY, new Destination("", 7)))
                .contains("the topic world.city has no partition 7, but 7, counted from 0.");
        assertThat(routes.refusal(CITY, new Destination("elsewhere", Destination.BY_KEY)))
                .isEmpty();
        assertThat(routes.refusal(CITY, new Destination("elsewhere", 2))).isPresent();
        assertThat(routes.refusal(COUNTRY, new Destination("elsewhere", Destination.BY_KEY)))
                .as("the table's partition, in a topic that an expression gives")
                .contains("the topic elsewhere has no partition 6, but 2, counted from 0.");
    }

    private static Message sent(Destination destination) {
        return new Message(CITY, Operation.INSERT, 0, "1".getBytes(UTF_8), "{}".getBytes(UTF_8), destination);
    }

    @Test
    void a_partition_that_the_topic_does_not_have_is_refused_by_name() {
        assertThatThrownBy(() -> routes("table.settings", "{\"world.city\": {\"partition\": 7}}"))
                .hasMessageContaining("world.city")
                .hasMessageContaining("partition 7")
                .hasMessageContaining("which has 7, from 0 on");
    }

    private static Routes routes(String... settings) {
        var config = new ReplicationConfig(Tasks.with(settings));
        return new Routes(
                config,
                Map.of(
                        config.topic(CITY), PARTITIONS,
                        config.topic(COUNTRY), PARTITIONS),
                topic -> 2);
    }

    private static Message row(String key) {
        return message(Operation.INSERT, key.getBytes(UTF_8));
    }

    private static Message message(Operation operation, byte[] key) {
        return new Message(CITY, operation, 0, key, "{}".getBytes(UTF_8));
    }

    private static Stream<String> headers(ProducerRecord<byte[], byte[]> record) {
        return Arrays.stream(record.headers().toArray())
                .map(header -> header.key() + "=" + new String(header.value(), UTF_8));
    }
}
