package dev.caudal.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;

/** Reads a topic with one consumer, from the first request until it has all records. */
final class RestConsume implements RestWork, AutoCloseable {
    private static final String TOPIC = "consumed";
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final DirectClient client;
    private final TopicEnds topic;
    private final int records;

    /** Fills the topic. */
    RestConsume(BenchKafka kafka, SampleRecords samples, int records) throws InterruptedException {
        this.client = new DirectClient(kafka.bootstrapServers());
        this.topic = kafka.topic(TOPIC, RestProduce.PARTITIONS);
        this.records = records;
        topic.create();
        try (var producer = client.producer(TOPIC)) {
            DirectClient.send(producer, TOPIC, samples, records);
        }
        topic.requireEnd(records);
    }

    @Override
    public Usage byProxy(int port, Usage.Processes processes) throws IOException {
        try (var reader = new ProxyReader(port, "bench-" + UUID.randomUUID(), topic.partitions())) {
            var before = processes.now();
            reader.read(records, LIMIT);
            return processes.now().since(before);
        }
    }

    @Override
    public Usage direct(Usage.Processes processes) {
        try (var consumer = client.consumer(topic.partitions())) {
            var before = processes.now();
            DirectClient.read(consumer, records, LIMIT);
            return processes.now().since(before);
        }
    }

    @Override
    public void close() throws InterruptedException {
        topic.delete();
    }
}
