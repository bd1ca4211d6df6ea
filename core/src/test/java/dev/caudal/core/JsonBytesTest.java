package dev.caudal.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class JsonBytesTest {

    private final JsonBytes out = new JsonBytes(1);

    @Test
    void numbers_of_all_sizes_are_printed() {
        for (long value : new long[] {0, 9, 10, -1, 99, 100, Long.MAX_VALUE, Long.MIN_VALUE}) {
            out.clear();
            out.number(value);
            assertThat(out).hasToString(Long.toString(value));
            out.clear();
            out.unsigned(value);
            assertThat(out).hasToString(Long.toUnsignedString(value));
        }
        out.clear();
        out.padded(7, 4);
        out.hex(0xABCDEF, 8);
        assertThat(out).hasToString("000700ABCDEF");
    }

    @Test
    void every_character_reads_back_as_json() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int code = 0; code < 0x3000; code++) {
            text.appendCodePoint(code);
        }
        text.append("\uD83D\uDE00");
        out.string(text.toString());
        assertThat(new ObjectMapper().readValue(out.toByteArray(), String.class))
                .isEqualTo(text.toString());
    }

    @Test
    void what_was_written_behind_a_mark_can_be_taken_back() {
        out.raw('a');
        int mark = out.length();
        out.string("b");
        out.truncate(mark);
        out.raw('c');
        assertThat(out).hasToString("ac");
        assertThat(out.toByteArray(mark)).containsExactly('c');
    }
}
