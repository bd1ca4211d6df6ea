package dev.caudal.server.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.core.Destination;
import dev.caudal.core.Message;
import dev.caudal.core.TableId;
import dev.caudal.mysql.SourceConfig;
import dev.caudal.mysql.SourceException;
import dev.caudal.mysql.TablePreview;
import dev.caudal.replicate.TableSettings;
import dev.caudal.replicate.TableTopics;
import dev.caudal.server.definition.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What would be sent of rows that a table has now, as JSON. */
final class TaskPreview {
    private static final String USUAL_TOPIC = "${schema}.${table}";

    private final SourceConfig.Address address;
    private final TaskDefinition task;

    TaskPreview(SourceConfig.Address address, TaskDefinition task) {
        this.address = address;
        this.task = task;
    }

    ObjectNode of(TableId table, TableSettings settings, int rows) {
        var all = Map.of(table, settings);
        var usual = TableTopics.of(
                        task.settings().getOrDefault("topic", USUAL_TOPIC),
                        TableSettings.write(all).toString(),
                        task.tableRules().json().toString())
                .topic(table);
        var json = Json.MAPPER.createObjectNode().put("table", table.toString());
        var items = json.putArray("items");
        try {
            for (var row : TablePreview.of(TaskSource.of(address, task, all.keySet(), all), table, rows)) {
                var item = items.addObject();
                if (row instanceof TablePreview.Sent sent) {
                    sent(item, sent.message(), usual, settings);
                } else if (row instanceof TablePreview.LeftOut out) {
                    item.put("outcome", "left-out").put("row", out.key());
                } else if (row instanceof TablePreview.Failed failed) {
                    item.put("outcome", "failed").put("row", failed.key()).put("reason", failed.reason());
                }
            }
            return json;
        } catch (SourceException e) {
            throw SourceRefusal.of(e, "settings");
        }
    }

    private static void sent(ObjectNode item, Message message, String usual, TableSettings settings) {
        var destination = message.destination();
        item.put("outcome", "sent");
        item.put("topic", destination == null || destination.topic().isEmpty() ? usual : destination.topic());
        partition(destination, settings, item);
        var key = message.rowKey();
        item.put("key", key == null ? null : new String(key, StandardCharsets.UTF_8));
        try {
            item.set(
                    "data",
                    Json.MAPPER.readTree(message.value()).path("message").path("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void partition(@Nullable Destination destination, TableSettings settings, ObjectNode item) {
        if (destination != null && destination.partition() != Destination.BY_KEY) {
            item.put("partition", destination.partition());
        } else {
            settings.partition().ifPresent(number -> item.put("partition", number));
        }
    }
}
