package dev.caudal.replicate;

import dev.caudal.core.Operation;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes a task's counters: by JMX, and to the worker's own metrics where it has them. */
final class TaskMetrics implements TaskMetricsMXBean, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TaskMetrics.class);

    /** Whose metrics a name shows: an instance that hangs may end after its successor has begun. */
    private static final Map<ObjectName, TaskMetrics> OWNERS = new ConcurrentHashMap<>();

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
            OWNERS.put(mbean, this);
            return mbean;
        } catch (JMException e) {
            throw new IllegalStateException("Cannot register the metrics of the task " + task, e);
        }
    }

    private void addToWorker(SourceTaskContext context) {
        try {
            WorkerMetrics.add(context, this);
        } catch (NoSuchMethodError | NoClassDefFoundError e) {
            LOG.debug("This worker has no metrics of plug-ins; JMX has them");
        } catch (IllegalArgumentException e) {
            // An instance that the worker gave up on still has its own there.
            LOG.warn("The worker's metrics stay those of the instance before: {}", e.getMessage());
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
        if (!OWNERS.remove(name, this)) {
            return;
        }
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
        } catch (JMException e) {
            LOG.debug("The metrics were gone already");
        }
    }
}
