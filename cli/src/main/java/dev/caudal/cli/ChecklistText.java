package dev.caudal.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;

/** A list of checks with their remedies, for people or as JSON. */
final class ChecklistText {
    private ChecklistText() {}

    static void print(PrintWriter out, JsonNode report, OutputOption output) {
        if (output.isJson()) {
            out.println(report.toPrettyString());
        } else {
            for (var check : report.path("checks")) {
                out.printf(
                        "%-8s %s: %s%n",
                        check.path("status").asText(),
                        check.path("title").asText(),
                        check.path("detail").asText());
                var remedy = check.path("remedy").asText();
                if (!remedy.isEmpty()) {
                    out.printf("         -> %s%n", remedy);
                }
            }
        }
        out.flush();
    }
}
