package dev.caudal.server.monitor;

import dev.caudal.testkit.Golden;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MetricReferenceTest {
    @Test
    void the_reference_tells_all_metrics_of_tasks() {
        var generated = new StringBuilder("""
                `GET /metrics` of the platform ([more](../monitoring.md#prometheus)).

                | Name | Type | Unit | Labels | Meaning |
                | --- | --- | --- | --- | --- |
                """);
        for (var family : MetricFamily.values()) {
            generated.append("| `%s` | %s | %s | %s | %s |\n"
                    .formatted(
                            family.text(),
                            family.type().word(),
                            family.unit(),
                            family.labels().stream()
                                    .map(label -> "`" + label + "`")
                                    .collect(Collectors.joining(", ")),
                            family.meaning()));
        }

        Golden.requireSection("metrics.md", "Tasks, for Prometheus", generated.toString());
    }
}
