package dev.caudal.replicate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.caudal.core.TableId;
import dev.caudal.mysql.DataError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Where rows go that cannot be sent: the exceptions topic, in the Kafka transaction of the rows around them, and, once
 * that is committed, the task's log. Used by the task's thread only.
 */
final class Exceptions {

    /** So long a table's errors are counted before they are told again. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final ReplicationConfig config;
    private final TargetClients clients;
    private final Reports reports;
    private final Map<TableId, Untold> untold = new LinkedHashMap<>();
    private final Map<TableId, Instant> told = new HashMap<>();
    private boolean ready;

    private record Untold(DataError first, long count) {}

    Exceptions(ReplicationConfig config, TargetClients clients, Reports reports) {
        this.config = config;
        this.clients = clients;
        this.reports = reports;
    }

    /** The record of a row; makes the topic where this is the first one. */
    ProducerRecord<byte[], byte[]> record(DataError error) throws InterruptedException {
        if (!ready) {
            try (Admin admin = clients.admin()) {
                int unused = new TargetTopics(config, admin).ensure(config.exceptionsTopic(), 1);
            }
            ready = true;
        }
        untold.merge(error.table(), new Untold(error, 1), (one, more) -> new Untold(one.first, one.count + 1));
        return new ProducerRecord<>(
                config.exceptionsTopic(),
                bytes(error.table().toString()),
                bytes(json(error).toString()));
    }

    private ObjectNode json(DataError error) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("task", config.name());
        json.put("time", Instant.now().toString());
        json.put("schema", error.table().schema());
        json.put("table", error.table().name());
        json.put("operation", error.operation().name());
        json.put("position", error.position());
        if (error.load() > 0) {
            json.put("load", error.load());
        }
        json.put("error", error.reason());
        json.putRawValue("row", new RawValue(error.row()));
        return json;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What was recorded is committed: tells the first row of each table, and how many there are, now and then. */
    void delivered() {
        if (untold.isEmpty()) {
            return;
        }
        Instant now = Instant.now();
        untold.entrySet().removeIf(each -> {
            boolean tells =
                    now.isAfter(told.getOrDefault(each.getKey(), Instant.EPOCH).plus(PAUSE));
            if (tells) {
                told.put(each.getKey(), now);
                tell(each.getValue());
            }
            return tells;
        });
    }

    private void tell(Untold errors) {
        long more = errors.count - 1;
        reports.event(
                TaskEvent.DATA_ERROR,
                errors.first
                        + (more == 0 ? "" : " As " + more + " more of this table.")
                        + " The topic " + config.exceptionsTopic() + " has "
                        + (more == 0 ? "it." : "them."),
                errors.first.reason());
    }

    /** What was recorded is lost; it will come again. */
    void undone() {
        untold.clear();
    }
}
