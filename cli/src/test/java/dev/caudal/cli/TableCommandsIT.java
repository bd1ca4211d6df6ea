package dev.caudal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.core.AtMessage;
import dev.caudal.testkit.Eventually;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is sent of the tables of a task, from the command line alone. */
@ExtendWith(TaskPlatform.Shared.class)
class TableCommandsIT {
    private final TaskPlatform tasks;

    TableCommandsIT(TaskPlatform tasks) {
        this.tasks = tasks;
    }

    @Test
    void of_a_table_is_sent_what_its_settings_say() throws Exception {
        tasks.mariaDb()
                .execute(
                        "CREATE DATABASE shaped",
                        "CREATE TABLE shaped.city (ID INT PRIMARY KEY, Name TEXT, CountryCode CHAR(3), District TEXT)",
                        "INSERT INTO shaped.city VALUES (1, 'Kabul', 'AFG', 'Kabol'), (2, 'Haag', 'NLD', 'Zuid')");
        tasks.ok(
                "task", "create", "--name", "shaped", "--source", "mariadb", "--target", "msk", "--tables", "shaped.%");
        tasks.ok(
                "table",
                "set",
                "--task",
                "shaped",
                "shaped.city",
                "--exclude",
                "district,population",
                "--partition",
                "0");
        assertThat(tasks.run("task", "validate", "shaped").out()).contains("population", "It has ID, Name");
        tasks.ok("table", "set", "--task", "shaped", "shaped.city", "--exclude", "district", "--rename", "name=nombre");
        tasks.ok("table", "set", "--task", "shaped", "shaped.city", "--topic", "cities", "--key", "CountryCode");
        tasks.expect(
                ExitCode.USAGE,
                "a column is written $District",
                "table",
                "set",
                "--task",
                "shaped",
                "shaped.city",
                "--where",
                "District = 'Kabol'");
        tasks.ok("table", "set", "--task", "shaped", "shaped.city", "--where", "$distrikt LIKE 'k%'");
        assertThat(tasks.run("task", "validate", "shaped").out()).contains("names the column distrikt");
        tasks.ok("table", "set", "--task", "shaped", "shaped.city", "--where", "$district LIKE 'k%'");
        tasks.ok("table", "set", "--task", "shaped", "shaped.city", "--compute", "label=upper($Name)");
        tasks.ok("table", "set", "--task", "shaped", "shaped.city", "--compute", "$topic='in.' || $CountryCode");
        assertThat(tasks.ok("table", "set", "--task", "shaped", "shaped.city", "--rename", "name=nom", "--dry-run")
                        .out())
                .containsPattern("sent +in.AFG +0 +AFG +\\{\"ID\":1,\"nom\":\"Kabul\"")
                .containsPattern("left-out .*2");
        assertThat(tasks.ok(
                                "table",
                                "set",
                                "--task",
                                "shaped",
                                "shaped.city",
                                "--where",
                                "json_type($Name) = 1",
                                "--dry-run")
                        .out())
                .containsPattern("failed .*1.*malformed JSON");
        tasks.expect(
                ExitCode.USAGE,
                "names the column nada",
                "table",
                "set",
                "--task",
                "shaped",
                "shaped.city",
                "--where",
                "$nada = 1",
                "--dry-run");
        assertThat(tasks.ok(
                                "table",
                                "rules",
                                "--task",
                                "shaped",
                                "--rename-columns",
                                "i%=x%",
                                "--dry-run",
                                "shaped.city")
                        .out())
                .containsPattern("sent +in.AFG +0 +AFG +\\{\"xD\":1,\"nombre\":\"Kabul\"");
        assertThat(tasks.api().get("tasks/shaped").path("tableRules")).isEmpty();
        tasks.ok("table", "rules", "--task", "shaped", "--rename-columns", "%=%", "--letters", "lower");
        tasks.ok("table", "rules", "--task", "shaped", "--add-column", "id='x'");
        assertThat(tasks.run("task", "validate", "shaped").out()).contains("two columns the name id");
        tasks.ok("table", "rules", "--task", "shaped", "--remove", "2", "--add-column", "Origin='world'");
        assertThat(tasks.ok("table", "rules", "--task", "shaped").out())
                .containsPattern("1 +rename-columns +%.% +% to %, letters lower")
                .containsPattern("2 +add-column +%.% +Origin = 'world'");
        assertThat(tasks.ok("task", "validate", "shaped").out()).doesNotContain("failed");
        tasks.ok("task", "run", "shaped", "--wait");
        tasks.mariaDb().execute("UPDATE shaped.city SET Name = 'Herat', CountryCode = NULL");
        Eventually.holds("the change came", () -> tasks.records("cities").size() == 1);
        var sent = Stream.of("in.AFG", "cities")
                .flatMap(topic -> tasks.records(topic).stream())
                .toList();
        assertThat(sent)
                .extracting(each -> each.key() == null ? "" : new String(each.key(), StandardCharsets.UTF_8))
                .containsExactly("AFG", "");
        assertThat(sent)
                .extracting(each -> AtMessage.parse(each.value()).data().toString())
                .containsExactly(
                        "{\"id\":1,\"nombre\":\"Kabul\",\"countrycode\":\"AFG\",\"label\":\"KABUL\",\"Origin\":\"world\"}",
                        "{\"id\":1,\"nombre\":\"Herat\",\"countrycode\":null,\"label\":\"HERAT\",\"Origin\":\"world\"}");
        Eventually.holds(
                "the topic that an expression gives is told",
                () -> tasks.api()
                        .get("tasks/shaped/topics")
                        .path("items")
                        .toString()
                        .equals("[\"cities\",\"in.AFG\",\"shaped.exceptions\"]"));

        tasks.ok("table", "set", "--task", "shaped", "shaped.city", "--reset");
        assertThat(tasks.api().get("tasks/shaped").path("tableSettings")).isEmpty();
        assertThat(tasks.ok("task", "diff", "shaped").out()).contains("table.settings");
        tasks.ok("task", "stop", "shaped", "--wait");
    }

    @Test
    void a_row_for_which_a_filter_fails_goes_to_the_exceptions_topic_and_is_told_of() throws Exception {
        tasks.mariaDb()
                .execute(
                        "CREATE DATABASE failing",
                        "CREATE TABLE failing.doc (id INT PRIMARY KEY, body TEXT)",
                        "INSERT INTO failing.doc VALUES (1, '{\"n\": 1}'), (2, 'no JSON')");
        tasks.ok(
                "task",
                "create",
                "--name",
                "failing",
                "--source",
                "mariadb",
                "--target",
                "msk",
                "--tables",
                "failing.doc");
        tasks.ok("table", "set", "--task", "failing", "failing.doc", "--where", "json_extract($body, '$.n') > 0");
        tasks.ok("task", "run", "failing", "--wait");
        tasks.mariaDb()
                .execute("INSERT INTO failing.doc VALUES (3, '[')", "INSERT INTO failing.doc VALUES (4, '{\"n\": 4}')");
        Eventually.holds("both rows are counted", () -> tasks.count("failing", "dataErrors") == 2);
        var exceptions = tasks.records("failing.exceptions").stream()
                .map(record -> ApiClient.parse(new String(record.value(), StandardCharsets.UTF_8)))
                .toList();
        assertThat(exceptions)
                .extracting(each -> each.path("operation").asText() + " " + each.path("row"))
                .containsExactly("REFRESH {\"id\":\"2\",\"body\":\"no JSON\"}", "INSERT {\"id\":\"3\",\"body\":\"[\"}");
        assertThat(exceptions).allSatisfy(each -> {
            assertThat(each.path("task").asText()).isEqualTo("failing");
            assertThat(each.path("table").asText()).isEqualTo("doc");
            assertThat(each.path("error").asText()).contains("malformed JSON");
            assertThat(each.path("position").asText()).contains(":");
        });
        Eventually.holds("the change came", () -> tasks.messages("failing.doc").size() == 2);
        assertThat(tasks.ok("task", "get", "failing").out()).contains("data errors 2");
        Eventually.holds(
                "the log has it",
                () -> tasks.ok("task", "log", "failing").out().contains("REFRESH of a row of failing.doc (id 2)"));
        tasks.ok("task", "stop", "failing", "--wait");
    }

    @Test
    void a_row_whose_partition_the_topic_does_not_have_goes_to_the_exceptions_topic_and_the_task_goes_on()
            throws Exception {
        tasks.mariaDb()
                .execute(
                        "CREATE DATABASE placed",
                        "CREATE TABLE placed.city (id INT PRIMARY KEY, place INT)",
                        "INSERT INTO placed.city VALUES (1, 0), (2, 7)");
        tasks.ok(
                "task",
                "create",
                "--name",
                "placed",
                "--source",
                "mariadb",
                "--target",
                "msk",
                "--tables",
                "placed.city");
        tasks.ok(
                "table",
                "set",
                "--task",
                "placed",
                "placed.city",
                "--compute",
                "$partition=$place",
                "--compute",
                "$topic='made.by.rows'");
        tasks.ok("task", "run", "placed", "--wait");
        tasks.mariaDb()
                .execute(
                        "UPDATE placed.city SET place = 0 WHERE id = 2",
                        "UPDATE placed.city SET place = 9 WHERE id = 1");
        Eventually.holds("both rows are counted", () -> tasks.count("placed", "dataErrors") == 2);
        Eventually.holds(
                "those with a place are sent",
                () -> tasks.messages("made.by.rows").size() == 3);
        assertThat(tasks.records("made.by.rows"))
                .extracting(each ->
                        AtMessage.parse(each.value()).headers().operation().toString())
                .containsExactly("REFRESH", "INSERT", "DELETE");
        assertThat(tasks.records("placed.exceptions"))
                .extracting(each -> ApiClient.parse(new String(each.value(), StandardCharsets.UTF_8))
                        .path("error")
                        .asText())
                .allMatch(text -> text.contains("the topic made.by.rows has no partition"));
        assertThat(tasks.ok("task", "get", "placed").out()).contains("applying");
        tasks.ok("task", "stop", "placed", "--wait");
    }

    @Test
    void tables_of_any_name_that_a_connector_can_say_are_selected_and_have_topics() throws Exception {
        tasks.mariaDb()
                .execute(
                        "CREATE DATABASE `Odd Ñ`",
                        "CREATE TABLE `Odd Ñ`.`Año 1.2` (id INT PRIMARY KEY)",
                        "CREATE TABLE `Odd Ñ`.`it's \"☕\"` (id INT PRIMARY KEY)",
                        "CREATE TABLE `Odd Ñ`.`a,b` (id INT PRIMARY KEY)",
                        "INSERT INTO `Odd Ñ`.`Año 1.2` VALUES (1)",
                        "INSERT INTO `Odd Ñ`.`it's \"☕\"` VALUES (1)");
        tasks.ok("task", "create", "--name", "odd", "--source", "mariadb", "--target", "msk", "--tables", "Odd Ñ.%");
        tasks.expect(ExitCode.USAGE, "'caudal table deselect --task odd \"Odd Ñ.a%b\"'", "task", "run", "odd");
        tasks.ok("table", "deselect", "--task", "odd", "Odd Ñ.a%b");
        assertThat(tasks.ok("table", "match", "--task", "odd").out().lines())
                .containsExactly("Odd Ñ.Año 1.2", "Odd Ñ.it's \"☕\"");
        tasks.ok("task", "run", "odd", "--wait");
        for (var topic : List.of("Odd_20__d1_.A_f1_o_20_1.2", "Odd_20__d1_.it_27_s_20__22__2615__22_")) {
            assertThat(tasks.loads(topic)).as(topic).containsExactly(Map.entry("1", 1));
        }
        tasks.ok("task", "stop", "odd");
    }
}
