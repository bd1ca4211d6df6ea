package dev.caudal.server.task;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.Refusal;
import java.util.function.Supplier;

/** What was looked at before a task runs, in the form of the test of an endpoint. For one thread. */
final class Validation {
    private final ObjectNode json = Json.MAPPER.createObjectNode();
    private final ArrayNode checks;
    private boolean passed = true;

    Validation() {
        json.put("passed", true);
        checks = json.putArray("checks");
    }

    /** A check that ends with a sentence, or is refused; whether it passed. */
    boolean check(String id, String title, Supplier<String> check) {
        try {
            add(id, title, "passed", check.get(), "");
            return true;
        } catch (Refusal e) {
            fail(id, title, e.detail(), e.remedy());
            return false;
        }
    }

    void fail(String id, String title, String detail, String remedy) {
        passed = false;
        add(id, title, "failed", detail, remedy);
    }

    void warn(String id, String title, String detail, String remedy) {
        add(id, title, "warning", detail, remedy);
    }

    private void add(String id, String title, String status, String detail, String remedy) {
        checks.addObject()
                .put("id", id)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("remedy", remedy);
    }

    /** As the API answers it. */
    ObjectNode show() {
        return json.put("passed", passed);
    }
}
