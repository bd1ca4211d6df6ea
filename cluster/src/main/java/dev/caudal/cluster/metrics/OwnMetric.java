package dev.caudal.cluster.metrics;

import java.util.Map;

/** A metric of MSK that no bean of a broker has; {@link MetricTable} has the others. The reference of metrics is made of both. */
enum OwnMetric {
    CPU_IDLE("CpuIdle", MetricLevel.DEFAULT, "Percent", "broker", "Of the machine's processors, what does nothing."),
    CPU_IO_WAIT(
            "CpuIoWait",
            MetricLevel.DEFAULT,
            "Percent",
            "broker",
            "Of the machine's processors, what waits for disks."),
    CPU_USER(
            "CpuUser",
            MetricLevel.DEFAULT,
            "Percent",
            "broker",
            "Of the machine's processors, what the broker's process takes."),
    CPU_SYSTEM("CpuSystem", MetricLevel.DEFAULT, "Percent", "broker", "The same in the kernel."),
    HEAP_MEMORY_AFTER_GC(
            "HeapMemoryAfterGC",
            MetricLevel.DEFAULT,
            "Percent",
            "broker",
            "Of the heap, what the last collection left."),
    KAFKA_DATA_LOGS_DISK_USED(
            "KafkaDataLogsDiskUsed", MetricLevel.DEFAULT, "Percent", "broker", "Of the disk with the broker's data."),
    ROOT_DISK_USED("RootDiskUsed", MetricLevel.DEFAULT, "Percent", "broker", "Of the machine's root disk."),
    MEMORY_USED("MemoryUsed", MetricLevel.DEFAULT, "Bytes", "broker", "Of the machine, without buffers and cache."),
    MEMORY_FREE("MemoryFree", MetricLevel.DEFAULT, "Bytes", "broker", "Of the machine."),
    MEMORY_BUFFERED("MemoryBuffered", MetricLevel.DEFAULT, "Bytes", "broker", "Of the machine."),
    MEMORY_CACHED("MemoryCached", MetricLevel.DEFAULT, "Bytes", "broker", "Of the machine."),
    SWAP_USED("SwapUsed", MetricLevel.DEFAULT, "Bytes", "broker", "Of the machine."),
    SWAP_FREE("SwapFree", MetricLevel.DEFAULT, "Bytes", "broker", "Of the machine."),
    SESSION(
            "ZooKeeperSessionState",
            MetricLevel.DEFAULT,
            "Count",
            "broker",
            "How the broker stands with the quorum of controllers ([values](../cluster.md#metrics))."),
    MAX_OFFSET_LAG(
            "MaxOffsetLag",
            MetricLevel.DEFAULT,
            "Count",
            "group, topic",
            "Records that the partition which lags most has not consumed."),
    SUM_OFFSET_LAG(
            "SumOffsetLag",
            MetricLevel.DEFAULT,
            "Count",
            "group, topic",
            "Records that all partitions have not consumed."),
    ESTIMATED_MAX_TIME_LAG(
            "EstimatedMaxTimeLag",
            MetricLevel.DEFAULT,
            "Seconds",
            "group, topic",
            "How old the oldest record is that was not consumed."),
    OFFSET_LAG(
            "OffsetLag",
            MetricLevel.PER_TOPIC_PER_PARTITION,
            "Count",
            "group, topic, partition",
            "Records that were not consumed."),
    ESTIMATED_TIME_LAG(
            "EstimatedTimeLag",
            MetricLevel.PER_TOPIC_PER_PARTITION,
            "Seconds",
            "group, topic, partition",
            "How old the oldest record is that was not consumed.");

    private final String text;
    private final MetricLevel level;
    private final String unit;
    private final String of;
    private final String meaning;

    OwnMetric(String text, MetricLevel level, String unit, String of, String meaning) {
        this.text = text;
        this.level = level;
        this.unit = unit;
        this.of = of;
        this.meaning = meaning;
    }

    /** A value of it. */
    Metric of(double value, Map<String, String> dimensions) {
        return new Metric(text, level, unit, dimensions, value);
    }

    /** A row of the reference. */
    String row() {
        return "| `%s` | %s | %s | %s | %s |\n".formatted(text, level, unit, of, meaning);
    }
}
