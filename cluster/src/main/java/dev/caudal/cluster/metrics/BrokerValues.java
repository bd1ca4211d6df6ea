package dev.caudal.cluster.metrics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All that the broker of this process tells. One thread at a time. */
final class BrokerValues {
    private final Beans beans;
    private final Machine machine;
    private final Session session;
    private final List<MetricTable.Row> rows = MetricTable.load();

    BrokerValues(Beans beans, Path data) {
        this.beans = beans;
        this.machine = new Machine(data);
        this.session = new Session(beans);
    }

    synchronized Sample look() {
        var all = new ArrayList<Metric>();
        for (var row : rows) {
            if (row.scope() == MetricTable.Scope.TOPIC) {
                for (var bean : beans.named(row.beans())) {
                    beans.number(bean, row.attribute())
                            .ifPresent(value ->
                                    all.add(metric(row, value).of(Metric.TOPIC, bean.getKeyProperty("topic"))));
                }
            } else {
                beans.sum(row.beans(), row.attribute()).ifPresent(value -> all.add(metric(row, value)));
            }
        }
        all.addAll(machine.look());
        return new Sample(session.look(), all);
    }

    /** The process is told to end. Any thread may call it. */
    void leave() {
        session.leave();
    }

    private static Metric metric(MetricTable.Row row, double value) {
        return new Metric(row.name(), row.level(), row.unit(), Map.of(), value);
    }
}
