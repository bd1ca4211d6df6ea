package dev.caudal.server.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.caudal.core.TableId;
import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.Refusal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TableSelectionTest {
    private static final List<TableId> SERVER = Stream.of(
                    "world.city", "world.country", "world.tmp_a", "world.tmpXb", "shop.log.2020", "shop.items")
            .map(TableId::parse)
            .toList();

    @Test
    void a_percent_sign_stands_for_any_text_and_all_else_for_itself() {
        assertThat(tables("{'include': ['world.tmp_%']}")).containsExactly("world.tmp_a");
        assertThat(tables("{'include': ['%.c%']}")).containsExactly("world.city", "world.country");
        assertThat(tables("{'include': ['shop.log.%']}")).containsExactly("shop.log.2020");
        assertThat(tables("{'include': ['World.%']}")).isEmpty();
    }

    @Test
    void a_pattern_of_many_signs_is_as_quick_as_any() {
        var many = "%a".repeat(30);
        var other = "a%".repeat(30);
        var pattern = TablePattern.parse("s." + many + "b");

        assertThat(pattern.matches(new TableId("s", "a".repeat(64)))).isFalse();
        assertThat(pattern.matches(new TableId("s", "xa".repeat(30) + "b"))).isTrue();
        assertThat(pattern.meets(TablePattern.parse("s." + other + "b"))).isTrue();
        assertThat(pattern.meets(TablePattern.parse("s." + other + "c"))).isFalse();
        assertThat(TablePattern.parse("s.ab%").meets(TablePattern.parse("s.%b")))
                .isTrue();
        assertThat(TablePattern.parse("s.%").meets(TablePattern.parse("s.%"))).isTrue();
        assertThat(TablePattern.parse("s.ab").meets(TablePattern.parse("s.abc")))
                .isFalse();
    }

    @Test
    void an_excluded_pattern_wins_over_any_included_one() {
        assertThat(tables("{'include': ['world.%', 'world.city'], 'exclude': ['world.tmp%', 'world.city']}"))
                .containsExactly("world.country");
    }

    @Test
    void tables_come_in_load_order_and_then_by_name_and_an_exact_name_decides_first() {
        assertThat(tables("{'include': [{'pattern': 'world.%', 'order': 'low'}, 'world.city',"
                        + " {'pattern': 'shop.%', 'order': 'highest'}, {'pattern': '%.%', 'order': 'lowest'}]}"))
                .containsExactly(
                        "shop.items", "shop.log.2020", "world.city", "world.country", "world.tmpXb", "world.tmp_a");
    }

    @Test
    void names_that_are_not_there_and_patterns_without_a_table_are_told() {
        var resolved = selection("{'include': ['world.gone', 'nothing.%', 'world.city', 'world.left'],"
                        + " 'exclude': ['world.left']}")
                .resolve(SERVER);

        assertThat(resolved.missing()).containsExactly(TableId.parse("world.gone"));
        assertThat(resolved.idle()).extracting(TablePattern::toString).containsExactly("nothing.%");
    }

    @Test
    void ten_thousand_names_over_ten_thousand_tables_are_found() {
        var many = IntStream.range(0, 10_000)
                .mapToObj(i -> new TableId("s" + i % 10, "t" + i))
                .toList();
        var include = many.stream()
                .map(table -> new TableSelection.Include(TablePattern.parse(table.toString()), LoadOrder.NORMAL))
                .toList();
        var exclude = many.stream()
                .limit(5_000)
                .map(table -> TablePattern.parse(table.toString()))
                .toList();

        assertThat(new TableSelection(include, exclude).resolve(many).tables()).hasSize(5_000);
    }

    @Test
    void what_is_selected_and_taken_back_leaves_nothing_behind() {
        var city = TablePattern.parse("world.city");
        var all = TablePattern.parse("world.%");

        assertThat(TableSelection.NONE.select(city, LoadOrder.HIGH).deselect(city))
                .isEqualTo(TableSelection.NONE);
        var without = TableSelection.NONE.select(all, LoadOrder.NORMAL).deselect(city);
        assertThat(without.exclude()).containsExactly(city);
        assertThat(without.select(city, LoadOrder.NORMAL).exclude()).isEmpty();
        assertThat(TableSelection.NONE.select(city, LoadOrder.NORMAL).deselect(all))
                .isEqualTo(TableSelection.NONE);
    }

    @Test
    void taking_out_what_is_not_selected_changes_nothing() {
        for (var included : List.of("world.city", "world.c%", "%.%_old", "w%.%ty")) {
            var selection = TableSelection.NONE.select(TablePattern.parse(included), LoadOrder.NORMAL);
            for (var other : List.of("world.lake", "shop.%s", "%.lake", "w%d.l%e", "worl.city%s")) {
                assertThat(selection.deselect(TablePattern.parse(other)))
                        .as("%s without %s", included, other)
                        .isEqualTo(selection);
            }
        }
        var wide = selection("{'include': ['world.c%'], 'exclude': ['world.city']}");
        assertThat(wide.deselect(TablePattern.parse("world.city"))).isEqualTo(wide);
        for (var other : List.of("world.country", "%.cit%", "w%.%y", "world.%")) {
            assertThat(wide.deselect(TablePattern.parse(other))).as(other).isNotEqualTo(wide);
        }
    }

    @Test
    void what_is_no_pattern_and_no_order_is_refused_by_its_place() {
        assertThatThrownBy(() -> selection("{'include': ['world.city', 'city']}"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).contains("tables.include.1"))
                .hasMessageContaining("'city' names no tables");
        assertThatThrownBy(() -> selection("{'include': [{'pattern': 'a.b', 'order': 'first'}]}"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no load order 'first'");
        assertThatThrownBy(() -> selection("{'exclude': ['a.b,c']}"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has a comma");
    }

    private static List<String> tables(String json) {
        return selection(json).resolve(SERVER).tables().stream()
                .map(TableId::toString)
                .toList();
    }

    private static TableSelection selection(String json) {
        try {
            return SelectionJson.parse(Json.MAPPER.readTree(json.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
