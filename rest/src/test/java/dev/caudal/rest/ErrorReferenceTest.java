package dev.caudal.rest;

import dev.caudal.testkit.Golden;
import org.junit.jupiter.api.Test;

class ErrorReferenceTest {
    @Test
    void the_reference_tells_all_errors() {
        var generated = new StringBuilder("""
                `{"error_code": NUMBER, "message": "…"}`, with the numbers of Confluent's proxy; also for each record of a produce and
                each part of a batch. What HTTP itself refuses has its status as the number.

                | Status | Number | When |
                | --- | --- | --- |
                """);
        for (var code : ErrorCode.values()) {
            generated.append("| %d | %d | %s |\n".formatted(code.status(), code.number(), code.meaning()));
        }

        Golden.requireSection("errors.md", "The REST proxy", generated.toString());
    }
}
