package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    @Test
    void columns_become_numbered_parameters_and_text_stays_as_it_is() {
        var expression = Expression.parse("$Name LIKE '$a; SELECT 1 --' AND $name <> ${odd name}");
        assertThat(expression.sql()).isEqualTo("?1 LIKE '$a; SELECT 1 --' AND ?1 <> ?2");
        assertThat(expression.columns()).containsExactly("Name", "odd name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(SELECT 1)",
                "1); DROP TABLE x; SELECT (1",
                "1) FROM (SELECT 1",
                "load_extension('x')",
                "fts3_tokenizer($a, $b)",
                "randomblob(9)",
                "\"Name\" = 1",
                "[Name] = 1",
                "`Name` = 1",
                "Name = 1",
                "1 -- rest",
                "1 /* rest */",
                "EXISTS (VALUES (1))",
                "1 IN sqlite_schema",
                "?1 = 1",
                ":a = @b",
                "$a = 'open",
                "($a",
                " "
            })
    void what_would_be_more_than_an_expression_is_refused(String text) {
        assertThatThrownBy(() -> Expression.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
