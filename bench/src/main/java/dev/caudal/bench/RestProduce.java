package dev.caudal.bench;

import java.io.IOException;
import java.util.UUID;

/**
 * Sends records to an empty topic, from the first request until all are acknowledged.
 *
 * @param kafka the broker
 * @param samples the records
 * @param part how many go together
 * @param records how many there are
 */
record RestProduce(BenchKafka kafka, SampleRecords samples, RestPart part, int records) implements RestWork {
    /** Partitions of the topic. */
    static final int PARTITIONS = 3;

    private static final String TYPE = "application/vnd.kafka.json.v2+json";

    @Override
    public Usage byProxy(int port, Usage.Processes processes) throws IOException, InterruptedException {
        var name = name();
        var requests = samples.bodies(part.batch()).stream()
                .map(body -> HttpRequest.post("/topics/" + name, TYPE, body))
                .toList();
        var topic = create(name);
        try (var load = new HttpLoad(port, part.connections(), requests)) {
            var before = processes.now();
            load.run(records / part.batch());
            return finish(topic, processes.now().since(before));
        } finally {
            topic.delete();
        }
    }

    @Override
    public Usage direct(Usage.Processes processes) throws InterruptedException {
        var name = name();
        var topic = create(name);
        try (var producer = new DirectClient(kafka.bootstrapServers()).producer(name)) {
            var before = processes.now();
            DirectClient.send(producer, name, samples, records);
            return finish(topic, processes.now().since(before));
        } finally {
            topic.delete();
        }
    }

    /** A new one each time: a producer's numbering does not survive that a topic is made anew under the same name. */
    private static String name() {
        return "produced-" + UUID.randomUUID();
    }

    private TopicEnds create(String name) throws InterruptedException {
        var topic = kafka.topic(name, PARTITIONS);
        topic.create();
        return topic;
    }

    private Usage finish(TopicEnds topic, Usage used) throws InterruptedException {
        topic.requireEnd(records);
        return used;
    }
}
