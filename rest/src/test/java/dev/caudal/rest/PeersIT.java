package dev.caudal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.local.Port;
import dev.caudal.testkit.Eventually;
import dev.caudal.testkit.TestKafka;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Proxies of a group in one process. */
final class PeersIT {
    private static final String V2 = "application/vnd.kafka.v2+json";

    @Test
    void proxies_find_each_other_though_somebody_writes_to_their_topic_what_is_no_address() throws Exception {
        try (var kafka = TestKafka.start()) {
            kafka.createTopic(Peers.TOPIC, 1);
            tell(kafka, "fleet/stranger", "no address");
            tell(kafka, "fleet/other", "nowhere");
            try (var one = proxy(kafka, "one");
                    var other = proxy(kafka, "two")) {
                var made = one.http().send("POST", "/consumers/g", "{\"name\":\"reader\"}", "Content-Type", V2);
                assertThat(made.status()).as(made.body()).isEqualTo(200);

                Eventually.passes(() -> assertThat(other.http()
                                .get("/consumers/g/instances/reader/subscription")
                                .status())
                        .isEqualTo(200));
            }
        }
    }

    private static TestProxy proxy(TestKafka kafka, String id) {
        var address = "http://127.0.0.1:" + Port.any().choose("a proxy");
        return new TestProxy(kafka, "id", id, "caudal.cluster", "fleet", "listeners", address);
    }

    private static void tell(TestKafka kafka, String key, String value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(Peers.TOPIC, 0, key, value)).get(60, TimeUnit.SECONDS);
        }
    }
}
