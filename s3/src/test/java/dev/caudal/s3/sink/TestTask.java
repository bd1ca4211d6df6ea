package dev.caudal.s3.sink;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.jspecify.annotations.Nullable;

/**
 * Drives a task over one partition in the way of a worker: seeks take effect before the next poll, and after a
 * {@link RetriableException} the same records come again.
 */
final class TestTask implements SinkTaskContext {
    private final S3SinkTask task;
    private final Map<String, String> settings;
    private final Topic topic;
    private final Map<TopicPartition, Long> seeks = new HashMap<>();
    private List<SinkRecord> pending = new ArrayList<>();
    private boolean again;
    private long position;
    private long committed;

    private TestTask(Map<String, String> settings, Topic topic, long position, Clock clock) {
        this.task = new S3SinkTask(clock);
        this.settings = settings;
        this.topic = topic;
        this.position = position;
        this.committed = position;
    }

    static TestTask start(Map<String, String> settings, Topic topic, long position, Clock clock) {
        TestTask task = new TestTask(settings, topic, position, clock);
        task.task.initialize(task);
        task.task.start(settings);
        task.task.open(List.of(topic.partition()));
        return task;
    }

    /** One round of a worker: seek, poll, put, commit. */
    void round(int most) {
        Long seek = seeks.remove(topic.partition());
        if (seek != null) {
            position = seek;
        }
        if (!again) {
            pending = topic.read(position, most);
            if (!pending.isEmpty()) {
                position = pending.get(pending.size() - 1).kafkaOffset() + 1;
            }
        }
        try {
            task.put(pending);
            again = false;
        } catch (RetriableException e) {
            again = true;
        }
        task.preCommit(Map.of()).values().forEach(offset -> committed = offset.offset());
    }

    /** Whether it has read all there is. */
    boolean caughtUp() {
        return !again && seeks.isEmpty() && position >= topic.end();
    }

    /** Rounds until all is read. */
    void catchUp(int most) {
        round(most);
        for (int i = 0; i < 10_000 && (!caughtUp() || !topic.read(position, 1).isEmpty()); i++) {
            round(most);
        }
        round(most);
    }

    /** What a consumer does whose position is not in the topic. */
    void resetTo(long offset) {
        seeks.clear();
        position = offset;
    }

    long committed() {
        return committed;
    }

    /** As a worker that stops. */
    void close() {
        task.close(List.of(topic.partition()));
        task.stop();
    }

    @Override
    public Map<String, String> configs() {
        return settings;
    }

    @Override
    public void offset(Map<TopicPartition, Long> offsets) {
        seeks.putAll(offsets);
    }

    @Override
    public void offset(TopicPartition partition, long offset) {
        seeks.put(partition, offset);
    }

    @Override
    public void timeout(long millis) {
        // Rounds come when the test says so.
    }

    @Override
    public Set<TopicPartition> assignment() {
        return new HashSet<>(List.of(topic.partition()));
    }

    @Override
    public void pause(TopicPartition... partitions) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void resume(TopicPartition... partitions) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void requestCommit() {
        throw new UnsupportedOperationException();
    }

    @Override
    public PluginMetrics pluginMetrics() {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable ErrantRecordReporter errantRecordReporter() {
        return null;
    }
}
