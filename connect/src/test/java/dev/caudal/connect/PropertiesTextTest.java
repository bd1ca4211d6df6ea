package dev.caudal.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PropertiesTextTest {
    @Test
    void entries_have_their_lines_whatever_separates_key_and_value() {
        assertThat(PropertiesText.entries("# one\n\na=1\n! two\nb: 2\n  c 3\nd\n"))
                .extracting(entry -> entry.line() + " " + entry.key() + "=" + entry.value())
                .containsExactly("3 a=1", "5 b=2", "6 c=3", "7 d=");
    }

    @Test
    void a_line_goes_on_behind_a_backslash_and_ends_without_the_blanks_that_nobody_sees() {
        assertThat(PropertiesText.entries("a=1,\\\n   2  \t\nb=c:\\\\\nseparator=\\n\nblank=x\\ \nlast=\\"))
                .extracting(entry -> entry.line() + " " + entry.key() + "=" + entry.value())
                .containsExactly("1 a=1,2", "3 b=c:\\", "4 separator=\n", "5 blank=x ", "6 last=");
    }

    @Test
    void a_malformed_escape_is_told_with_its_line() {
        assertThatThrownBy(() -> PropertiesText.entries("a=1\nb=\\u00zz"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("line 2: ");
    }
}
