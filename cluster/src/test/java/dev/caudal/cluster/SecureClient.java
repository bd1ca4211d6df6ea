package dev.caudal.cluster;

import dev.caudal.cluster.tls.Identity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Somebody who connects to a cluster, by Kafka's own clients.
 *
 * @param settings what the clients know
 */
record SecureClient(Map<String, Object> settings) {

    static SecureClient of(String bootstrap, String authority, Map<String, Object> more) {
        var settings = new HashMap<String, Object>(more);
        settings.put("bootstrap.servers", bootstrap);
        settings.putIfAbsent("security.protocol", "SSL");
        settings.put("ssl.truststore.type", "PEM");
        settings.put("ssl.truststore.certificates", authority);
        settings.put("default.api.timeout.ms", 60_000);
        settings.put("request.timeout.ms", 30_000);
        return new SecureClient(settings);
    }

    /** With a name and a password. */
    static SecureClient user(String bootstrap, String authority, String name, String password) {
        return of(
                bootstrap,
                authority,
                Map.of(
                        "security.protocol",
                        "SASL_SSL",
                        "sasl.mechanism",
                        "SCRAM-SHA-512",
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                                .formatted(name, password)));
    }

    /** With a certificate. */
    static SecureClient certified(String bootstrap, String authority, Identity identity) {
        return of(
                bootstrap,
                authority,
                Map.of(
                        "ssl.keystore.type", "PEM",
                        "ssl.keystore.key", identity.keyText(),
                        "ssl.keystore.certificate.chain", identity.chainText()));
    }

    Admin admin() {
        return Admin.create(settings);
    }

    /** Asks who there is, which fails for who may not connect. */
    int brokers() throws Exception {
        try (var admin = admin()) {
            return admin.describeCluster().nodes().get(60, TimeUnit.SECONDS).size();
        }
    }

    void send(String topic, String value) throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    List<String> read(String topic, int count) {
        var values = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = List.of(new TopicPartition(topic, 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
            while (values.size() < count && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
