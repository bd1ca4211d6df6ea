package dev.caudal.replicate;

import dev.caudal.core.Operation;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes a task's counters: by JMX, and to the worker's own metrics where the worker has them (Kafka 4.1, KIP-877). */
final class TaskMetrics implements TaskMetricsMXBean, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TaskMetrics.class);

    private final Counters counters;
    private final ObjectName name;

    TaskMetrics(String task, Counters counters, SourceTaskContext context) {
        this.counters = counters;
        this.name = register(task);
        addToWorker(context);
    }

    private ObjectName register(String task) {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName mbean = new ObjectName("dev.caudal:type=replication-task,task=" + ObjectName.quote(task));
            if (server.isRegistered(mbean)) {
                server.unregisterMBean(mbean);
            }
            server.registerMBean(this, mbean);
            return mbean;
        } catch (JMException e) {
            throw new IllegalStateException("Cannot register the metrics of the task " + task, e);
        }
    }

    private void addToWorker(SourceTaskContext context) {
        Map<String, LongSupplier> gauges = new LinkedHashMap<>();
        gauges.put("loaded-rows", this::getLoadedRows);
        gauges.put("inserts", this::getInserts);
        gauges.put("updates", this::getUpdates);
        gauges.put("deletes", this::getDeletes);
        gauges.put("transactions", this::getTransactions);
        gauges.put("milliseconds-since-commit", this::getMillisecondsSinceCommit);
        try {
            PluginMetrics metrics = context.pluginMetrics();
            if (metrics == null) {
                return;
            }
            gauges.forEach((gauge, value) -> {
                MetricName metric = metrics.metricName(gauge, "See TaskMetricsMXBean.", new LinkedHashMap<>());
                metrics.addMetric(metric, (Gauge<Long>) (config, now) -> value.getAsLong());
            });
        } catch (NoSuchMethodError | NoClassDefFoundError e) {
            LOG.atDebug().log("The worker has no plug-in metrics; JMX has them");
        }
    }

    @Override
    public long getLoadedRows() {
        return counters.total(Operation.REFRESH);
    }

    @Override
    public long getInserts() {
        return counters.total(Operation.INSERT);
    }

    @Override
    public long getUpdates() {
        return counters.total(Operation.UPDATE);
    }

    @Override
    public long getDeletes() {
        return counters.total(Operation.DELETE);
    }

    @Override
    public long getTransactions() {
        return counters.transactions();
    }

    @Override
    public long getMillisecondsSinceCommit() {
        long last = counters.lastCommitMillis();
        return last == 0 ? -1 : System.currentTimeMillis() - last;
    }

    @Override
    public void close() {
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
        } catch (JMException e) {
            LOG.atDebug().log("The metrics were gone already");
        }
    }
}
