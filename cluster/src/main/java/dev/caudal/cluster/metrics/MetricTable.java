package dev.caudal.cluster.metrics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** Which of a broker's beans have the values of MSK's metrics. */
final class MetricTable {
    private MetricTable() {}

    /** What a value is one of. */
    enum Scope {
        /** The sum of all brokers is the cluster's. */
        CLUSTER,
        /** The cluster's, which only the controller in office knows. */
        CONTROLLER,
        /** A broker's. */
        BROKER,
        /** A topic's on a broker. */
        TOPIC
    }

    /**
     * A metric.
     *
     * @param beans those whose values are summed; with the scope TOPIC each has one of its own
     * @param attribute of the beans
     */
    record Row(MetricLevel level, Scope scope, String name, String unit, ObjectName beans, String attribute) {
        private static Row parse(String line) {
            var words = line.split(" +");
            try {
                return new Row(
                        MetricLevel.valueOf(words[0]),
                        Scope.valueOf(words[1]),
                        words[2],
                        words[3],
                        new ObjectName(words[4]),
                        words[5]);
            } catch (MalformedObjectNameException e) {
                throw new IllegalStateException(line, e);
            }
        }
    }

    static List<Row> load() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(MetricTable.class.getResourceAsStream("metrics.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank()).map(Row::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
