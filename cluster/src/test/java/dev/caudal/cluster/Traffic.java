package dev.caudal.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What clients of a cluster do with a topic of one partition, by Kafka's own clients. */
record Traffic(String bootstrap, String topic) {

    void createTopic() throws ExecutionException, InterruptedException {
        try (var admin = admin()) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 2))).all().get();
        }
    }

    void send(String value) throws ExecutionException, InterruptedException {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    List<String> read(int count) {
        return read(values -> values.size() >= count);
    }

    /** All up to a value. */
    List<String> readTo(String last) {
        return read(values -> values.contains(last));
    }

    private List<String> read(Predicate<List<String>> enough) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap);
        var values = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = List.of(new TopicPartition(topic, 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
            while (!enough.test(values) && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }

    /** The number of the broker that leads the partition. */
    int leader() throws Exception {
        try (var admin = admin()) {
            return admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get(60, TimeUnit.SECONDS)
                    .values()
                    .iterator()
                    .next()
                    .partitions()
                    .get(0)
                    .leader()
                    .id();
        }
    }

    /** The racks of the brokers that serve. */
    List<String> racks() throws Exception {
        try (var admin = admin()) {
            return admin.describeCluster().nodes().get(60, TimeUnit.SECONDS).stream()
                    .map(org.apache.kafka.common.Node::rack)
                    .sorted()
                    .toList();
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrap));
    }
}
