package dev.caudal.server.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.caudal.replicate.TableSettings;
import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.Refusal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskJsonTest {
    @Test
    void what_is_written_is_read_again() {
        var task = task("{'description': 'd', 'source': 'db', 'target': 'msk', 'fullLoad': true, 'applyChanges': false,"
                + " 'tables': {'include': [{'pattern': 'world.%', 'order': 'high'}], 'exclude': ['world.x']},"
                + " 'settings': {'topic': 'all', 'topic.partitions': 3}, 'tableSettings': {'world.city':"
                + " {'exclude': ['District'], 'rename': {'Name': 'nombre'}, 'key': ['ID'], 'where': '$ID > 3', 'topic': 'cities', 'partition': 0}},"
                + " 'tableRules': [{'rule': 'rename-tables', 'to': '%.%', 'letters': 'lower'},"
                + " {'rule': 'rename-columns', 'columns': 'str_%', 'to': '%', 'tables': 'world.%'},"
                + " {'rule': 'drop-columns', 'columns': 'tmp%'},"
                + " {'rule': 'add-column', 'column': 'origin', 'expression': '1'}]}");

        assertThat(TaskJson.parse(TaskJson.of(task))).isEqualTo(task);
        assertThat(task.settings()).isEqualTo(Map.of("topic", "all", "topic.partitions", "3"));
    }

    @Test
    void a_draft_needs_nothing_and_does_all() {
        var task = task("{}");

        assertThat(task.fullLoad() && task.applyChanges()).isTrue();
        assertThat(TaskJson.of(task).path("source").isNull()).isTrue();
        assertThat(TaskJson.parse(TaskJson.of(task))).isEqualTo(task);
    }

    @Test
    void what_the_api_adds_may_be_sent_back() {
        assertThat(task("{'name': 'x', 'version': 3, 'state': 'stopped', 'deployed': 2, 'actions': []}"))
                .isEqualTo(task("{}"));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"fullLoad\": false, \"applyChanges\": false}', applyChanges, neither Full Load nor Apply Changes",
        "'{\"storeChanges\": true}', storeChanges, does not exist yet",
        "'{\"profile\": \"bidirectional\"}', profile, loopback prevention",
        "'{\"profile\": \"log-stream\"}', profile, does not exist yet",
        "'{\"profile\": \"x\"}', profile, no profile 'x'",
        "'{\"tableSettings\": {\"world.city\": {\"key\": \"ID\"}}}', tableSettings, world.city.key is \"ID\"",
        "'{\"tableRules\": [{\"rule\": \"drop-columns\"}]}', tableRules, Rule 1 has no columns",
        "'{\"fullload\": true}', fullload, no field 'fullload'",
        "'{\"fullLoad\": \"yes\"}', fullLoad, \"yes\"",
        "'{\"settings\": {\"topic\": []}}', settings.topic, []"
    })
    void what_is_wrong_is_refused_by_its_field(String json, String field, String why) {
        assertThatThrownBy(() -> TaskJson.parse(Json.MAPPER.readTree(json)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).contains(field))
                .hasMessageContaining(why.replace("''", "'"));
    }

    @ParameterizedTest
    @CsvSource({
        "source.password, p, the source endpoint's",
        "target.sasl.jaas.config, p, the target endpoint's",
        "tables, a.b, made from the rest",
        "reports.bootstrap.servers, a, the platform",
        "topics, a, no setting of that name",
        "topic, ${caudal:endpoint/world:password}, a reference to a secret",
        "topic.partitions, none, Not a number",
        "message.key, rowid, schema-and-table"
    })
    void a_setting_that_is_not_the_tasks_or_is_wrong_is_refused(String name, String value, String why) {
        assertThatThrownBy(() -> SettingRules.check(Map.of(name, value)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).contains("settings." + name))
                .hasMessageContaining(why);
    }

    @Test
    void settings_of_a_table_may_not_refer_to_a_secret() {
        var task = task("{'tableSettings': {'a.b': {'topic': '${caudal:endpoint/world:password}'}}}");
        assertThatThrownBy(() -> SettingRules.check("tableSettings", TableSettings.write(task.tableSettings())))
                .hasMessageContaining("a reference to a secret");
        SettingRules.check(
                "tableSettings",
                TableSettings.write(task("{'tableSettings': {'a.b': {'topic': '${schema}', 'rename': {'a': 'b'}}}}")
                        .tableSettings()));
    }

    @Test
    void settings_of_messages_and_of_the_targets_clients_are_the_tasks() {
        SettingRules.check(Map.of(
                "topic",
                "${table}",
                "message.key",
                "none",
                "source.server.id",
                "7",
                "target.compression.type",
                "zstd"));
    }

    private static TaskDefinition task(String json) {
        try {
            return TaskJson.parse(Json.MAPPER.readTree(json.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
