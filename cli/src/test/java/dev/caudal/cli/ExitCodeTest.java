package dev.caudal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.testkit.Golden;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExitCodeTest {
    @Test
    void the_reference_tells_all_exit_codes() {
        var generated = new StringBuilder("""
                Exit codes; a sentence that begins with `caudal: ` on the second output says more.

                | Code | When |
                | --- | --- |
                """);
        ExitCode.MEANINGS.forEach((code, meaning) -> generated.append("| %d | %s |\n".formatted(code, meaning)));

        Golden.requireSection("errors.md", "Commands", generated.toString());
    }

    @Test
    void each_code_has_a_meaning() throws IllegalAccessException {
        for (var field : ExitCode.class.getDeclaredFields()) {
            if (field.getType() == int.class) {
                assertThat(ExitCode.MEANINGS).as(field.getName()).containsKey(field.getInt(null));
            }
        }
        assertThat(Arrays.stream(ExitCode.class.getDeclaredFields()).filter(it -> it.getType() == int.class))
                .hasSameSizeAs(ExitCode.MEANINGS.keySet());
    }
}
