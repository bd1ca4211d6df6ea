package dev.caudal.server.world;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WorldDatabaseTest {
    private static final List<WorldTable> TABLES = WorldFiles.tables();
    private static final WorldTable COUNTRY = TABLES.get(0);
    private static final WorldTable CITY = TABLES.get(1);
    private static final WorldTable LANGUAGE = TABLES.get(2);

    @Test
    void it_has_as_many_cities_as_mysqls_sample() {
        assertThat(WorldDatabase.rowCounts()).containsEntry("city", 4079);
        assertThat(WorldDatabase.rowCounts().keySet()).containsExactly("country", "city", "countrylanguage");
        assertThat(WorldDatabase.rowCounts().get("country")).isBetween(230, 260);
        assertThat(WorldDatabase.rowCounts().get("countrylanguage")).isGreaterThan(500);
    }

    @Test
    void city_numbers_run_from_one_without_a_gap() {
        assertThat(column(CITY, "ID"))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 4079).mapToObj(String::valueOf).toList());
    }

    @Test
    void country_codes_are_unique_and_iso_shaped() {
        assertThat(column(COUNTRY, "Code"))
                .doesNotHaveDuplicates()
                .isSorted()
                .allMatch(code -> code.matches("[A-Z]{3}"))
                .contains("IDN");
        assertThat(column(COUNTRY, "Code2")).doesNotHaveDuplicates().allMatch(code -> code.matches("[A-Z]{2}"));
    }

    @Test
    void a_language_appears_once_per_country_also_to_a_collation_that_ignores_case_and_accents() {
        assertThat(LANGUAGE.rows())
                .extracting(row -> plain(row.get(0) + " " + row.get(1)))
                .doesNotHaveDuplicates();
    }

    @Test
    void foreign_keys_and_capitals_resolve() {
        Set<String> countries = new HashSet<>(column(COUNTRY, "Code"));
        assertThat(column(CITY, "CountryCode")).allMatch(countries::contains);
        assertThat(column(LANGUAGE, "CountryCode")).allMatch(countries::contains);
        List<List<String>> withCapital = COUNTRY.rows().stream()
                .filter(row -> !field(COUNTRY, row, "Capital").equals(WorldTable.NULL))
                .toList();
        assertThat(withCapital).hasSizeGreaterThan(240).allSatisfy(country -> {
            List<String> capital = CITY.rows().get(Integer.parseInt(field(COUNTRY, country, "Capital")) - 1);
            assertThat(field(CITY, capital, "CountryCode")).isEqualTo(field(COUNTRY, country, "Code"));
        });
    }

    @Test
    void the_city_that_the_demo_inserts_is_not_there_yet() {
        assertThat(column(CITY, "Name")).doesNotContain("Cibinong").contains("Bogor", "Jakarta");
    }

    @Test
    void populations_are_whole_numbers_from_zero() {
        assertThat(Stream.concat(column(CITY, "Population").stream(), column(COUNTRY, "Population").stream()))
                .allSatisfy(
                        population -> assertThat(Integer.parseInt(population)).isNotNegative());
    }

    @ParameterizedTest
    @ValueSource(strings = {"schema.sql", "country.tsv", "city.tsv", "countrylanguage.tsv"})
    void every_file_is_valid_utf8_with_plain_line_ends(String file) throws IOException {
        try (InputStream stream = Objects.requireNonNull(WorldDatabase.class.getResourceAsStream(file))) {
            ByteBuffer bytes = ByteBuffer.wrap(stream.readAllBytes());
            assertThatCode(() -> UTF_8.newDecoder().decode(bytes)).doesNotThrowAnyException();
            assertThat(new String(bytes.array(), UTF_8)).endsWith("\n").doesNotContain("\r", "\uFEFF");
        }
    }

    @ParameterizedTest
    @FieldSource("dev.caudal.server.world.WorldFiles#TABLES")
    void every_table_has_the_columns_of_its_definition(String name) {
        WorldTable table = TABLES.get(WorldFiles.TABLES.indexOf(name));
        assertThat(definitions(table).map(column -> column.group(1))).containsExactlyElementsOf(table.columns());
    }

    @ParameterizedTest
    @FieldSource("dev.caudal.server.world.WorldFiles#TABLES")
    void text_fits_its_column(String name) {
        WorldTable table = TABLES.get(WorldFiles.TABLES.indexOf(name));
        definitions(table).filter(column -> column.group(2).equals("char")).forEach(column -> {
            int length = Integer.parseInt(column.group(3));
            assertThat(column(table, column.group(1)))
                    .as(column.group(1))
                    .allMatch(text -> text.equals(text.strip()) && text.codePointCount(0, text.length()) <= length);
        });
    }

    private static Stream<MatchResult> definitions(WorldTable table) {
        String definition = WorldFiles.schema().get(TABLES.indexOf(table));
        return Pattern.compile("^ {2}(\\w+) (char|decimal|enum|int|smallint)\\b(?:\\((\\d+))?", Pattern.MULTILINE)
                .matcher(definition)
                .results();
    }

    private static List<String> column(WorldTable table, String column) {
        return table.rows().stream().map(row -> field(table, row, column)).toList();
    }

    private static String field(WorldTable table, List<String> row, String column) {
        return row.get(table.columns().indexOf(column));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
