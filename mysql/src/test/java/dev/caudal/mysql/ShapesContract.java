package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.core.Destination;
import dev.caudal.core.Message;
import dev.caudal.core.NamePattern;
import dev.caudal.core.NewName;
import dev.caudal.core.TableId;
import dev.caudal.testkit.Seeds;
import dev.caudal.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables of which not all goes into messages. */
abstract class ShapesContract {

    private static final String CITY = "shapes.city";

    abstract TestDatabase server();

    @BeforeEach
    void createTable() {
        Servers.create(server(), "shapes");
        server().execute("CREATE TABLE shapes.city (ID INT PRIMARY KEY, Name CHAR(35), CountryCode CHAR(3),"
                + " District CHAR(20), Population INT)");
    }

    private void row(int id, String values) {
        server().execute("INSERT INTO shapes.city VALUES (" + id + ", " + values + ")");
    }

    private Capture capture(Set<String> exclude, Map<String, String> rename, String... key) {
        return Capture.start(SourceSettings.of(server(), CITY)
                .shape(CITY, new TableShape(exclude, rename, Arrays.asList(key), Optional.empty(), List.of())));
    }

    @Test
    void a_column_is_left_out_and_another_has_a_new_name_in_rows_of_the_load_and_of_changes() {
        row(1, "'Kabul', 'AFG', 'Kabol', 1780000");
        try (Capture capture = capture(Set.of("district"), Map.of("name", "nombre"))) {
            var loaded = capture.message();
            assertThat(loaded.data().toString())
                    .isEqualTo("{\"ID\":1,\"nombre\":\"Kabul\",\"CountryCode\":\"AFG\",\"Population\":1780000}");
            server().execute(
                            "UPDATE shapes.city SET Population = 2",
                            "UPDATE shapes.city SET District = 'x'",
                            "DELETE FROM shapes.city");
            var changes = capture.messages(3);
            assertThat(changes.get(0).data().toString())
                    .isEqualTo("{\"ID\":1,\"nombre\":\"Kabul\",\"CountryCode\":\"AFG\",\"Population\":2}");
            assertThat(Objects.requireNonNull(changes.get(0).beforeData()).toString())
                    .isEqualTo(loaded.data().toString());
            assertThat(changes).extracting(each -> each.headers().changeMask()).containsExactly("08", "00", "01");
            assertThat(changes).extracting(each -> each.headers().columnMask()).containsOnly("0F");
        }
    }

    @Test
    void the_text_of_the_key_is_that_of_the_columns_that_were_chosen() {
        row(1, "'Kabul', 'AFG', 'Kabol', 1");
        row(2, "'Nowhere', NULL, '', 1");
        try (Capture capture = capture(Set.of(), Map.of("CountryCode", "country"), "countrycode")) {
            assertThat(keys(capture.take(2))).containsExactly("AFG", "");
            server().execute("DELETE FROM shapes.city ORDER BY ID");
            assertThat(keys(capture.take(2))).containsExactly("AFG", "");
        }
        try (Capture capture = capture(Set.of(), Map.of(), "CountryCode", "ID")) {
            row(3, "'Nowhere', NULL, '', 1");
            assertThat(keys(capture.take(1))).containsExactly("[null, 3]");
        }
    }

    private static List<String> keys(List<Message> messages) {
        return messages.stream()
                .map(Message::rowKey)
                .map(key -> key == null ? "" : new String(key, StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void settings_that_do_not_fit_the_table_stop_the_task_by_name_before_its_first_row() {
        assertThat(refusal(Set.of("Distrikt"), Map.of())).contains(CITY, "Distrikt", "District, Population");
        assertThat(refusal(Set.of("id"), Map.of())).contains(CITY, "ID", "key");
        assertThat(refusal(Set.of("Population"), Map.of(), "Population")).contains(CITY, "Population", "key");
        assertThat(refusal(Set.of(), Map.of("Name", "district"))).contains(CITY, "two columns", "District");
    }

    private String refusal(Set<String> exclude, Map<String, String> rename, String... key) {
        return refusal(new TableShape(exclude, rename, Arrays.asList(key), Optional.empty(), List.of()));
    }

    private String refusal(TableShape shape) {
        var config = SourceSettings.of(server(), CITY).shape(CITY, shape);
        assertThat(Preflight.check(config.config()))
                .filteredOn(finding -> finding.severity() == Preflight.Severity.ERROR)
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()).contains("settings of " + CITY));
        try (Capture capture = Capture.start(config)) {
            return String.valueOf(capture.failure().getMessage());
        }
    }

    private static ColumnRules.Rule renamed(String pattern, String name) {
        return new ColumnRules.Rule(
                new NamePattern(pattern, true), Optional.of(new NewName(name, NewName.Letters.LOWER)));
    }

    @Test
    void rules_hold_for_rows_of_the_load_and_of_changes_where_the_table_does_not_say_otherwise() {
        row(1, "'Kabul', 'AFG', 'Kabol', 3");
        var own = new TableShape(Set.of(), Map.of("Name", "Nombre"), List.of(), Optional.empty(), List.of());
        var rules = new ColumnRules(
                List.of(
                        new ColumnRules.Rule(new NamePattern("dis%", true), Optional.empty()),
                        new ColumnRules.Rule(new NamePattern("name", true), Optional.empty()),
                        renamed("country%", "pais_%"),
                        renamed("%", "%")),
                List.of(computed("Origin", "'of ' || $District")));
        try (Capture capture = Capture.start(SourceSettings.of(server(), CITY).shape(CITY, own.with(rules)))) {
            assertThat(capture.rows(1))
                    .containsExactly("{'id':1,'Nombre':'Kabul','pais_code':'AFG','population':3,'Origin':'of Kabol'}");
            capture.await(state -> state.isLoaded(TableId.parse(CITY)));
            server().execute(
                            "ALTER TABLE shapes.city ADD COLUMN Mayor VARCHAR(20) AFTER ID",
                            "INSERT INTO shapes.city VALUES (2, 'Ada', 'Haag', 'NLD', 'Zuid', 4)");
            assertThat(capture.changes(1))
                    .containsExactly("INSERT {'id':2,'mayor':'Ada','Nombre':'Haag','pais_code':'NLD','population':4,"
                            + "'Origin':'of Zuid'}");
        }
    }

    @Test
    void rules_that_make_columns_meet_or_take_a_key_are_refused_by_table() {
        var all = new ColumnRules(List.of(renamed("%", "x")), List.of());
        assertThat(refusal(TableShape.WHOLE.with(all))).contains(CITY, "two columns the name x", "table.rules");
        var taken = new ColumnRules(List.of(), List.of(computed("name", "1")));
        assertThat(refusal(TableShape.WHOLE.with(taken))).contains("two columns the name name");
        var key = new ColumnRules(
                List.of(new ColumnRules.Rule(new NamePattern("i%", true), Optional.empty())), List.of());
        assertThat(refusal(TableShape.WHOLE.with(key))).contains("leave out or compute ID");
    }

    @Test
    void only_rows_of_the_filter_are_sent_and_rows_come_into_it_and_leave_it() {
        row(1, "'Kabul', 'AFG', 'Kabol', 1780000");
        row(2, "'Oranjestad', 'ABW', '\u2013', 29034");
        row(3, "'Nowhere', 'ABW', '', NULL");
        var filter = Expression.parse("$population >= 100000 OR $District LIKE 'kab%'");
        var shape =
                new TableShape(Set.of("District", "CountryCode"), Map.of(), List.of(), Optional.of(filter), List.of());
        try (Capture capture = Capture.start(SourceSettings.of(server(), CITY).shape(CITY, shape))) {
            assertThat(capture.rows(1)).containsExactly("{'ID':1,'Name':'Kabul','Population':1780000}");
            capture.await(state -> state.isLoaded(TableId.parse(CITY)));
            server().execute(
                            "INSERT INTO shapes.city VALUES (4, 'Small', 'ABW', '', 99999)",
                            "UPDATE shapes.city SET Population = 100000 WHERE ID = 4",
                            "UPDATE shapes.city SET Population = 100001 WHERE ID = 4",
                            "UPDATE shapes.city SET Population = 3 WHERE ID = 4",
                            "DELETE FROM shapes.city ORDER BY ID");
            assertThat(capture.changes(4))
                    .containsExactly(
                            "INSERT {'ID':4,'Name':'Small','Population':100000}",
                            "UPDATE {'ID':4,'Name':'Small','Population':100001}",
                            "DELETE {'ID':4,'Name':'Small','Population':100001}",
                            "DELETE {'ID':1,'Name':'Kabul','Population':1780000}");
            capture.expectNothing();
        }
    }

    @Test
    void a_filter_that_does_not_fit_the_table_stops_the_task_by_name_before_its_first_row() {
        for (String wrong : List.of("$Populaton > 1", "$Population >", "round($Population, 1, 2) = 1")) {
            var shape = new TableShape(Set.of(), Map.of(), List.of(), Optional.of(Expression.parse(wrong)), List.of());
            var settings = SourceSettings.of(server(), CITY).shape(CITY, shape);
            try (Capture capture = Capture.start(settings)) {
                assertThat(capture.failure())
                        .hasMessageContaining(CITY)
                        .hasMessageContaining(wrong)
                        .hasMessageContaining("table.settings");
            }
        }
    }

    private static ComputedColumn computed(String name, String expression) {
        return new ComputedColumn(name, Expression.parse(expression));
    }

    @Test
    void columns_are_computed_in_the_place_of_others_or_behind_them() {
        row(1, "'Kabul', 'AFG', 'Kabol', 1781");
        var shape = new TableShape(
                Set.of("District"),
                Map.of("Name", "nombre"),
                List.of(),
                Optional.of(Expression.parse("$Population > 0")),
                List.of(
                        computed("label", "upper($Name) || ', ' || $District"),
                        computed("name", "lower($NAME)"),
                        computed("half", "$Population / 2.0"),
                        computed("big", "$Population > 1000"),
                        computed("bytes", "x'00ff'"),
                        computed("district", "nullif($District, 'Kabol')")));
        try (Capture capture = Capture.start(SourceSettings.of(server(), CITY).shape(CITY, shape))) {
            assertThat(capture.rows(1))
                    .containsExactly("{'ID':1,'nombre':'kabul','CountryCode':'AFG','Population':1781,"
                            + "'label':'KABUL, Kabol','half':890.5,'big':1,'bytes':'00FF','district':null}");
            capture.await(state -> state.isLoaded(TableId.parse(CITY)));
            server().execute(
                            "UPDATE shapes.city SET Population = 501",
                            "UPDATE shapes.city SET District = 'x'",
                            "DELETE FROM shapes.city");
            var changes = capture.messages(3);
            assertThat(changes)
                    .extracting(each -> each.data().path("half").asText())
                    .containsExactly("250.5", "250.5", "250.5");
            assertThat(Objects.requireNonNull(changes.get(0).beforeData())
                            .path("half")
                            .asText())
                    .isEqualTo("890.5");
            // Population, half and big; label and district; the key.
            assertThat(changes).extracting(each -> each.headers().changeMask()).containsExactly("0068", "0110", "0001");
            assertThat(changes).extracting(each -> each.headers().columnMask()).containsOnly("01FF");
        }
    }

    @Test
    void expressions_give_key_topic_and_partition_of_a_row() {
        row(1, "'Kabul', 'AFG', 'Kabol', 3");
        row(2, "'Haag', NULL, '', NULL");
        row(3, "'Nowhere', 'a b', '', 1");
        var shape = new TableShape(
                Set.of(),
                Map.of(),
                List.of(),
                Optional.empty(),
                List.of(
                        computed("$key", "$CountryCode || ':' || $ID"),
                        computed("$topic", "'city.' || $CountryCode"),
                        computed("$partition", "$Population")));
        try (Capture capture = Capture.start(SourceSettings.of(server(), CITY).shape(CITY, shape))) {
            var loaded = capture.take(2);
            assertThat(keys(loaded)).containsExactly("AFG:1", "");
            assertThat(loaded).extracting(Message::destination).containsExactly(new Destination("city.AFG", 3), null);
            capture.await(state -> state.isLoaded(TableId.parse(CITY)));
            server().execute("DELETE FROM shapes.city ORDER BY ID");
            assertThat(capture.take(2))
                    .extracting(Message::destination)
                    .containsExactly(new Destination("city.AFG", 3), null);
            assertThat(capture.errors(2))
                    .extracting(error -> error.operation() + " " + error.reason())
                    .satisfiesExactly(
                            first -> assertThat(first).contains("is no topic"),
                            second -> assertThat(second).contains("DELETE", "is no topic"));
        }
    }

    @Test
    void a_column_that_is_added_later_is_sent_and_one_that_is_dropped_may_still_be_named() {
        try (Capture capture = capture(Set.of("District"), Map.of("Name", "nombre"))) {
            capture.await(state -> state.isLoaded(TableId.parse(CITY)));
            server().execute(
                            "ALTER TABLE shapes.city DROP COLUMN District, ADD COLUMN Mayor VARCHAR(20) AFTER ID",
                            "INSERT INTO shapes.city VALUES (1, 'Ada', 'Kabul', 'AFG', 7)");
            assertThat(capture.changes(1))
                    .containsExactly(
                            "INSERT {'ID':1,'Mayor':'Ada','nombre':'Kabul','CountryCode':'AFG','Population':7}");
        }
    }

    @Test
    void in_any_shape_a_row_reads_the_same_from_the_load_and_from_the_log() {
        Random random = Seeds.random("shapes");
        List<TypeCases.Case> types = TypeCases.of(server()).stream()
                .filter(each -> !each.values().isEmpty())
                .toList();
        Map<String, TableShape> shapes = new HashMap<>();
        int rows = 0;
        for (int number = 0; number < 12; number++) {
            String table = "shapes.t" + number;
            List<String> columns = new ArrayList<>(List.of("id INT PRIMARY KEY"));
            List<TypeCases.Case> cases = new ArrayList<>();
            Set<String> exclude = new HashSet<>();
            Map<String, String> rename = new HashMap<>();
            List<ComputedColumn> computed = new ArrayList<>(
                    List.of(computed("new", "$c" + random.nextInt(9)), computed("$key", "$id || ' ' || typeof($c0)")));
            for (int column = 0; column < 9; column++) {
                TypeCases.Case type = types.get(random.nextInt(types.size()));
                cases.add(type);
                columns.add("c" + column + " " + type.type() + " DEFAULT NULL");
                if (random.nextInt(4) == 0) {
                    computed.add(computed("c" + column, "$c" + (8 - column) + " || '/' || $C" + column));
                } else if (random.nextInt(3) == 0) {
                    exclude.add("C" + column);
                } else if (random.nextBoolean()) {
                    rename.put("c" + column, "renamed " + column);
                }
            }
            server().execute(
                            "SET sql_mode = '', time_zone = '+00:00'",
                            "CREATE TABLE " + table + " (" + String.join(", ", columns) + ")");
            for (int id = 0; id < 5; id++, rows++) {
                List<String> values = new ArrayList<>(List.of("" + id));
                cases.forEach(type -> values.add(
                        type.values().get(random.nextInt(type.values().size()))));
                server().execute(
                                "SET sql_mode = '', time_zone = '+00:00'",
                                "INSERT INTO " + table + " VALUES (" + String.join(", ", values) + ")");
            }
            shapes.put(table, new TableShape(exclude, rename, List.of(), Optional.empty(), computed));
        }
        try (Capture capture =
                Capture.start(SourceSettings.of(server(), shapes.keySet().toArray(String[]::new))
                        .shapes(shapes))) {
            Map<String, String> loaded = rows(capture.take(rows));
            shapes.keySet().forEach(table -> server().execute("DELETE FROM " + table));
            assertThat(rows(capture.take(rows))).isEqualTo(loaded);
            assertThat(loaded).hasSize(rows);
        }
    }

    /** By table and key the bytes of {@code data}. */
    private static Map<String, String> rows(List<Message> messages) {
        Map<String, String> rows = new HashMap<>();
        for (Message message : messages) {
            String text = Capture.text(message);
            rows.put(
                    message.table() + " " + keys(List.of(message)),
                    text.substring(text.indexOf("\"data\": "), text.indexOf(", \"beforeData\"")));
        }
        return rows;
    }
}
