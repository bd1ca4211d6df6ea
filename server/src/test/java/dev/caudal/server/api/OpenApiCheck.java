package dev.caudal.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** Compares real answers with what the API's document promises. */
final class OpenApiCheck {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private final JsonNode document;

    OpenApiCheck() throws IOException {
        document = new OpenApiResource().document();
    }

    JsonNode document() {
        return document;
    }

    /** Whether the document has the path, the method, the status, the type and what is in the body. */
    void check(String method, String path, int status, String type, JsonNode body) {
        var what = method + " " + path + " " + status + " " + body;
        if (!path.startsWith("/api/v1/")) {
            return;
        }
        var item = item(path.replaceAll("\\?.*", "").substring("/api/v1".length()));
        var operation = item.path(method.toLowerCase(Locale.ROOT));
        if (operation.isMissingNode()) {
            assertThat(status).as(what).isIn(403, 404, 405);
            return;
        }
        var response = resolved(
                status == 403 || !operation.path("responses").has(Integer.toString(status))
                        ? document.at("/components/responses/Problem")
                        : operation.path("responses").path(Integer.toString(status)));
        var content = response.path("content");
        if (content.isMissingNode()) {
            assertThat(body.isMissingNode()).as(what).isTrue();
            return;
        }
        var media = content.path(type.replaceAll(";.*", ""));
        assertThat(media.isMissingNode()).as(what + " as " + type).isFalse();
        if (!body.isMissingNode()) {
            ObjectNode schema = media.path("schema").deepCopy();
            schema.set("components", document.path("components"));
            assertThat(SCHEMAS.getSchema(schema).validate(body)).as(what).isEmpty();
        }
    }

    private JsonNode item(String path) {
        var paths = document.path("paths");
        if (paths.has(path)) {
            return paths.path(path);
        }
        return paths.properties().stream()
                .filter(each -> path.matches(each.getKey().replaceAll("\\{[a-z]+}", "[^/]+")))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(paths.path(path));
    }

    private JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }
}
