package dev.caudal.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.bench.yardstick.ProducerConnector;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The yardstick: Kafka's producer in a worker, with messages that are there already. It captures nothing. */
record ProducerEngine() implements Engine {
    @Override
    public String name() {
        return "producer-alone";
    }

    @Override
    public boolean isExactlyOnce() {
        return false;
    }

    @Override
    public boolean does(Part part) {
        return part != Part.LATENCY;
    }

    @Override
    public Path plugins(Path root) {
        return root.resolve("bench/target/plugins");
    }

    @Override
    public Map<String, String> settings(Job job, Servers servers) {
        return Map.of(
                "connector.class",
                ProducerConnector.class.getName(),
                "tasks.max",
                "1",
                ProducerConnector.SERVERS,
                servers.bootstrapServers(),
                ProducerConnector.TOPICS,
                String.join(",", job.topics()),
                ProducerConnector.MESSAGES,
                Long.toString(job.rows()));
    }

    @Override
    public Optional<JsonNode> offsets(Job job, LogMark mark) {
        return Optional.empty();
    }
}
