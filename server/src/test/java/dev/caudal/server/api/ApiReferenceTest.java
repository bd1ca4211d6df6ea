package dev.caudal.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.testkit.Golden;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiReferenceTest {
    @Test
    void the_reference_tells_all_operations() throws IOException {
        var generated = new StringBuilder("""
                # The platform's API

                Generated from its OpenAPI document, which `GET /api/v1/openapi.json` serves with all parameters, bodies and
                answers; `ApiReferenceTest` keeps it true. Paths are below `/api/v1`. The role is the least that a user needs where users
                exist.

                | Method | Path | What it does | Role |
                | --- | --- | --- | --- |
                """);
        new OpenApiResource()
                .document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(each -> each.getValue().has("responses"))
                        .forEach(each -> generated.append(row(path.getKey(), each))));

        Golden.requireFile("api.md", generated.toString());
    }

    private static String row(String path, Map.Entry<String, JsonNode> operation) {
        var method = operation.getKey().toUpperCase(Locale.ROOT);
        var json = operation.getValue();
        assertThat(json.path("summary").asText()).as(method + " " + path).isNotBlank();
        return "| %s | `%s` | %s | %s |\n"
                .formatted(
                        method,
                        path,
                        json.path("summary").asText().replace("|", "\\|"),
                        json.path("x-role").asText(method.equals("GET") ? "viewer" : "admin"));
    }
}
