package dev.caudal.cluster.metrics;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/** What a monitor knows, in JSON. */
final class MonitorJson {
    private MonitorJson() {}

    static ObjectNode of(View view, MetricLevel level, Alarms alarms) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("time", time(view.time())).put("level", level.name());
        var sessions = json.putObject("sessions");
        new TreeMap<>(view.samples())
                .forEach((broker, sample) ->
                        sessions.put(broker.toString(), View.session(sample).name()));
        var metrics = json.putArray("metrics");
        for (var metric : view.metrics(level)) {
            var each = metrics.addObject().put("name", metric.name());
            metric.dimensions().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(dimension ->
                            each.withObjectProperty("dimensions").put(dimension.getKey(), dimension.getValue()));
            each.put("value", metric.value()).put("unit", metric.unit());
        }
        var raised = json.putArray("alarms");
        for (var alarm : alarms.raised()) {
            var each = raised.addObject().put("alarm", alarm.name());
            alarm.broker().ifPresent(broker -> each.put("broker", broker));
            each.put("text", alarm.text());
        }
        var events = json.putArray("events");
        for (var event : alarms.events()) {
            events.addObject()
                    .put("time", time(event.time()))
                    .put("event", event.event())
                    .put("text", event.text());
        }
        return json;
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
