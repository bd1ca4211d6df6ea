package dev.caudal.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.mysql.SourceEvent;
import dev.caudal.testkit.Golden;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a task tells, in the references. */
class ReferenceTest {
    @Test
    void the_reference_tells_all_events() {
        var generated = new StringBuilder("""
                Events are in `events.topic`, and as lines of the log with the same `code` ([more](../operations.md#what-a-task-tells)).

                | Code | Component | Level | When | What to do |
                | --- | --- | --- | --- | --- |
                """);
        for (var event : TaskEvent.values()) {
            generated.append("| `%s` | `%s` | %s | %s | %s |\n"
                    .formatted(
                            ConfigNames.of(event), event.component(), event.level(), event.meaning(), event.remedy()));
        }

        Golden.requireSection("errors.md", "What tasks tell", generated.toString());
    }

    @Test
    void an_event_of_the_source_has_the_same_name_as_that_of_the_task() {
        assertThat(Stream.of(SourceEvent.values()))
                .allSatisfy(event -> assertThat(TaskEvent.of(event)).hasToString(event.name()));
    }

    @Test
    void the_reference_tells_all_figures() {
        var generated = new StringBuilder("""
                The bean `dev.caudal:type=replication-task,task="NAME"`, since the task was started. From Kafka 4.1 on the worker has them,
                too, among its metrics of plug-ins.

                | In Kafka Connect | By JMX | Type | Unit | Meaning |
                | --- | --- | --- | --- | --- |
                """);
        for (var gauge : TaskGauge.values()) {
            generated.append("| `%s` | `%s` | gauge | %s | %s |\n"
                    .formatted(ConfigNames.of(gauge), attribute(gauge), gauge.unit(), gauge.meaning()));
        }

        Golden.requireSection("metrics.md", "Tasks, by JMX and in Kafka Connect", generated.toString());
    }

    /** The attribute that JMX makes of the bean's getter. */
    private static String attribute(TaskGauge gauge) {
        return Stream.of(TaskMetricsMXBean.class.getMethods())
                .map(method -> method.getName().substring("get".length()))
                .filter(name -> name.equalsIgnoreCase(gauge.name().replace("_", "")))
                .findFirst()
                .orElseThrow();
    }
}
