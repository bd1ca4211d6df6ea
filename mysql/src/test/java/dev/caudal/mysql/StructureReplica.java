package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.core.AtMessage;
import dev.caudal.core.Message;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What somebody keeps who reads the messages, and takes none that does not fit what came before. */
final class StructureReplica {
    private final Map<String, String> rows = new HashMap<>();
    private int load;

    void take(Message message) {
        AtMessage parsed = Capture.parse(message);
        if (message.load() > load) {
            load = message.load();
            rows.clear();
        }
        String key = parsed.data().path("id").asText();
        switch (message.operation()) {
            case REFRESH, INSERT ->
                assertThat(rows.put(key, StructureContract.row(parsed)))
                        .as("before %s", StructureContract.text(message))
                        .isNull();
            case DELETE ->
                assertThat(rows.remove(key))
                        .as("before %s", StructureContract.text(message))
                        .isNotNull();
            case UPDATE -> {
                JsonNode before = Objects.requireNonNull(parsed.beforeData());
                assertThat(rows.remove(before.path("id").asText()))
                        .as("before %s", StructureContract.text(message))
                        .isNotNull();
                assertThat(rows.put(key, StructureContract.row(parsed)))
                        .as("before %s", StructureContract.text(message))
                        .isNull();
            }
        }
    }

    Map<String, String> rows() {
        return rows;
    }
}
