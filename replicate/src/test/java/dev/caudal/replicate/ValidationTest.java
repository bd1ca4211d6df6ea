package dev.caudal.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationTest {

    @Test
    void the_least_settings_are_valid() {
        assertThat(errors(Tasks.LEAST)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "transforms",
                "transforms.a.type",
                "predicates",
                "predicates.p.type",
                "key.converter",
                "value.converter",
                "value.converter.schemas.enable",
                "header.converter",
                "errors.tolerance",
                "topic.creation.default.partitions",
                "transaction.boundary",
                "transaction.boundary.interval.ms"
            })
    void a_setting_that_would_be_bypassed_is_refused_by_name(String name) {
        assertThat(errors(Tasks.with(name, "x")))
                .containsOnlyKeys(name)
                .hasEntrySatisfying(
                        name,
                        texts -> assertThat(texts)
                                .singleElement()
                                .asString()
                                .startsWith("Setting " + name + ": ")
                                .contains("would be ignored"));
    }

    @ParameterizedTest
    @CsvSource({
        "target.transactional.id, transactional.id",
        "target.acks, acks",
        "target.enable.idempotence, enable.idempotence",
        "target.partitioner.class, partitioner.class",
        "target.isolation.level, isolation.level",
        "producer.override.acks, acks",
        "consumer.override.isolation.level, isolation.level"
    })
    void what_exactly_once_delivery_sets_itself_is_refused(String name, String fixed) {
        assertThat(errors(Tasks.with(name, "all")))
                .hasEntrySatisfying(
                        name,
                        texts -> assertThat(texts)
                                .anySatisfy(text ->
                                        assertThat(text).contains("Exactly-once delivery sets " + fixed + " itself")));
    }

    @Test
    void a_worker_that_is_sent_to_another_cluster_must_be_sent_there_by_all_its_clients() {
        assertThat(errors(Tasks.with("producer.override.bootstrap.servers", "kafka1:9092")))
                .containsOnlyKeys("consumer.override.bootstrap.servers", "admin.override.bootstrap.servers");
        assertThat(errors(Tasks.with(
                        "producer.override.bootstrap.servers", "kafka1:9092",
                        "consumer.override.bootstrap.servers", "kafka1:9092",
                        "admin.override.bootstrap.servers", "kafka1:9092")))
                .isEmpty();
    }

    @Test
    void the_overrides_must_have_the_targets_security() {
        assertThat(errors(Tasks.with(
                        "producer.override.bootstrap.servers", "kafka1:9092",
                        "consumer.override.bootstrap.servers", "kafka1:9092",
                        "admin.override.bootstrap.servers", "kafka1:9092",
                        "target.security.protocol", "SSL",
                        "producer.override.security.protocol", "SSL",
                        "consumer.override.security.protocol", "PLAINTEXT")))
                .containsOnlyKeys("consumer.override.security.protocol", "admin.override.security.protocol");
    }

    @Test
    void exactly_once_and_a_topic_for_positions_are_required() {
        assertThat(errors(Tasks.without("exactly.once.support"))).containsOnlyKeys("exactly.once.support");
        assertThat(errors(Tasks.with("exactly.once.support", "requested"))).containsOnlyKeys("exactly.once.support");
        assertThat(errors(Tasks.without("offsets.storage.topic"))).containsOnlyKeys("offsets.storage.topic");
    }

    @ParameterizedTest
    @CsvSource({
        "tasks.max, 2, set tasks.max to 1",
        "tables, city, is no table",
        "topic, a b, Choose another pattern",
        "exceptions.topic, a b, Choose another topic",
        "data.error.policy, ignore, must be one of log",
        "ddl.alter.policy, log, must be one of apply",
        "message.key, row, must be one of none",
        "message.headers, time, schema",
        "source.port, 0, Value must be at least 1",
        "commit.interval.ms, 5001, Value must be no more than 5000"
    })
    void a_wrong_value_is_refused_at_its_setting(String name, String value, String message) {
        assertThat(errors(Tasks.with(name, value)))
                .containsOnlyKeys(name)
                .hasEntrySatisfying(name, texts -> assertThat(texts.toString()).contains(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'world.city': {'omit': ['a']}}|world.city has no setting 'omit'; there are exclude, rename, compute, key, where, topic, partition",
                "{'world.city': {'exclude': 'a'}}|world.city.exclude is \"a\", and should be a list of columns",
                "{'world.city': {'rename': {'a': 1}}}|world.city.rename is 1, and should be a new name",
                "{'world.city': {'rename': {'a': 'b', 'A': 'c'}}}|names A once",
                "{'world.city': {'partition': -1}}|world.city.partition is -1, and should be a whole number from 0 on",
                "{'world.city': {'where': 'ID > 3'}}|world.city.where is wrong: 'ID' at character 1",
                "{'world.city': {'where': 3}}|world.city.where is 3, and should be an expression",
                "{'world.city': {'compute': {'a': 'b'}}}|world.city.compute.a is wrong: 'b' at character 1",
                "{'world.city': {'compute': {'$a': '1'}}}|write the name of a column, $key, $partition, $topic",
                "{'world.city': {'compute': {'a': '1', 'A': '2'}}}|names A once",
                "{'world.city': {'compute': {'$key': '1'}, 'key': ['a']}}|left out where compute has $key",
                "{'world.city': {'topic': 'a b'}}|Choose another topic for world.city",
                "{'world.town': {'exclude': ['a']}}|world.town, which tables does not name",
                "{'city': {}}|'city' is no table",
                "[]|an object by table",
                "{|It is no JSON"
            })
    void settings_of_a_table_that_are_wrong_are_refused_by_table_and_field(String settings, String message) {
        assertThat(errors(Tasks.with("table.settings", settings.replace('\'', '"'))))
                .containsOnlyKeys("table.settings")
                .hasEntrySatisfying(
                        "table.settings", texts -> assertThat(texts.toString()).contains(message));
    }

    @Test
    void tables_that_would_meet_in_a_topic_because_of_their_spelling_are_refused() {
        String tables = "shop.a b,shop.a_20_b";
        assertThat(errors(Tasks.with("tables", tables)))
                .containsOnlyKeys("table.settings")
                .hasEntrySatisfying(
                        "table.settings",
                        texts -> assertThat(texts.toString())
                                .contains("shop.a b")
                                .contains("shop.a_20_b"));
        assertThat(errors(Tasks.with("tables", tables, "topic", "all"))).isEmpty();
        assertThat(errors(Tasks.with(
                        "tables", tables, "table.settings", "{\"shop.a b\": {\"topic\": \"${schema}.a-b\"}}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|a list",
                "[{'rule': 'rename'}]|Rule 1 has \"rename\" as rule; it should be rename-tables, rename-columns",
                "[{'rule': 'rename-tables', 'to': 'a%b.%%'}]|Rule 1 has \"a%b.%%\" as to; it should be a name with no more %",
                "[{'rule': 'rename-tables', 'to': 'cities', 'tables': 'world.%'}]|makes 'cities' of world.city",
                "[{'rule': 'rename-tables', 'to': 'a.%', 'tables': 'world'}]|Rule 1, tables: 'world' is no pattern",
                "[{'rule': 'rename-tables', 'to': 'w.all', 'tables': 'world.%'}]|world.city and world.country would both go to the topic w.all, as rules rename them",
                "[{'rule': 'rename-tables', 'to': 'world.city', 'tables': '%.country'}]|would both go to the topic world.city",
                "[{'rule': 'drop-columns', 'columns': 'a'}, {'rule': 'drop-columns', 'to': 'x'}]|Rule 2 has no 'to'; there are tables, columns",
                "[{'rule': 'rename-columns', 'columns': '%', 'to': '%', 'letters': 'small'}]|one of keep, lower, upper",
                "[{'rule': 'add-column', 'column': '$topic', 'expression': '1'}]|the name of a column",
                "[{'rule': 'add-column', 'column': 'a', 'expression': 'b'}]|Rule 1, expression, is wrong: 'b' at character 1",
                "{|It is no JSON"
            })
    void rules_that_are_wrong_or_make_tables_meet_are_refused(String rules, String message) {
        assertThat(errors(Tasks.with("table.rules", rules.replace('\'', '"'))))
                .containsOnlyKeys("table.rules")
                .hasEntrySatisfying(
                        "table.rules", texts -> assertThat(texts.toString()).contains(message));
    }

    @Test
    void tables_that_share_a_topic_by_its_pattern_or_by_themselves_may_be_renamed() {
        String rules = "[{\"rule\": \"rename-tables\", \"to\": \"w.all\"}]";
        assertThat(errors(Tasks.with("table.rules", rules, "topic", "all"))).isEmpty();
        assertThat(errors(Tasks.with(
                        "table.rules", rules, "table.settings", "{\"world.country\": {\"topic\": \"countries\"}}")))
                .isEmpty();
    }

    @Test
    void a_task_that_neither_loads_nor_applies_is_refused() {
        assertThat(errors(Tasks.with("full.load", "false", "apply.changes", "false")))
                .containsOnlyKeys("apply.changes");
    }

    @Test
    void all_errors_come_at_once() {
        assertThat(errors(Tasks.with("tasks.max", "2", "transforms", "a", "source.port", "0", "target.acks", "1")))
                .containsOnlyKeys("tasks.max", "transforms", "source.port", "target.acks");
    }

    private static Map<String, List<String>> errors(Map<String, String> given) {
        var errors = new TreeMap<String, List<String>>();
        for (var value : new ReplicationConnector().validate(given).configValues()) {
            if (!value.errorMessages().isEmpty()) {
                errors.put(value.name(), value.errorMessages());
            }
        }
        return errors;
    }
}
