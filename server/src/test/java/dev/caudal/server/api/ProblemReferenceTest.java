package dev.caudal.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import dev.caudal.testkit.Golden;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemReferenceTest {
    @Test
    void the_reference_tells_all_problems() {
        var generated = new StringBuilder("""
                `application/problem+json` (RFC 9457) with `status`, `title`, `code`, `detail` and `remedy`, where a value is wrong also
                `field`; `type` is `urn:caudal:problem:CODE`. Jobs have the same `code`. What HTTP itself refuses is
                `http-STATUS`, for example `http-415`.

                | Status | Code | When |
                | --- | --- | --- |
                """);
        Stream.of(ProblemCode.values())
                .sorted(Comparator.comparingInt(ProblemReferenceTest::status))
                .forEach(code ->
                        generated.append("| %d | `%s` | %s |\n".formatted(status(code), code.word(), code.meaning())));

        Golden.requireSection("errors.md", "The platform's API", generated.toString());
    }

    @Test
    void a_code_is_told_with_a_sentence() {
        assertThat(ProblemCode.values())
                .allSatisfy(code -> assertThat(code.meaning()).as(code.word()).endsWith("."));
    }

    private static int status(ProblemCode code) {
        return Problem.of(Refusal.of(code, "", "")).status();
    }
}
