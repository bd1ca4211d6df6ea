package dev.caudal.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.dist.RestReader.Kind;
import dev.caudal.testkit.Eventually;
import dev.caudal.testkit.TestKafka;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** Three proxies behind a load balancer that sends each request to another one. */
class RestClusterIT {

    private static final int RECORDS = 2_000;
    private static final String V2 = "application/vnd.kafka.v2+json";

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void a_consumer_answers_through_each_proxy_and_clients_survive_the_death_of_one() throws Exception {
        List<RestReader> readers = new ArrayList<>();
        try (TestKafka kafka = TestKafka.start();
                RestProxyProcess first = proxy(kafka, "first");
                RestProxyProcess second = proxy(kafka, "second");
                RestProxyProcess third = proxy(kafka, "third");
                RestProxyProcess stranger = new RestProxyProcess(
                        kafka.bootstrapServers(),
                        "id=first",
                        "caudal.cluster=other",
                        "consumer.request.timeout.ms=2000");
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            kafka.createTopic("river", 3);
            awaitEachOther(first, second, third);
            assertThat(call(stranger, "GET", "/consumers/wait-first/instances/a/assignments", "")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(call(second, "POST", "/consumers/wait-first", "{\"name\": \"a\"}")
                            .statusCode())
                    .as("the name is taken at another proxy")
                    .isEqualTo(409);

            for (Kind kind : Kind.values()) {
                readers.add(new RestReader(kind, "river", first.port(), second.port(), third.port()));
            }
            send(producer, 0);
            awaitAll(readers, RECORDS);
            for (RestReader reader : readers) {
                assertThat(reader.faults()).isEmpty();
                assertThat(reader.repeated()).isZero();
                assertThat(reader.consumers()).isEqualTo(1);
            }

            // Readers made their consumers at the first one.
            first.kill();
            send(producer, RECORDS);
            awaitAll(readers, 2 * RECORDS);
            first.restart();
            send(producer, 2 * RECORDS);
            awaitAll(readers, 3 * RECORDS);
            for (RestReader reader : readers) {
                assertThat(reader.faults()).isEmpty();
            }
        } finally {
            for (RestReader reader : readers) {
                reader.close();
            }
        }
    }

    /** Makes a consumer at each proxy and waits until all the others answer for it. */
    private void awaitEachOther(RestProxyProcess... proxies) throws Exception {
        for (int i = 0; i < proxies.length; i++) {
            var group = "/consumers/wait-" + List.of("first", "second", "third").get(i);
            assertThat(call(proxies[i], "POST", group, "{\"name\": \"a\"}").statusCode())
                    .isEqualTo(200);
            for (RestProxyProcess each : proxies) {
                Eventually.holds(
                        "a consumer is found through another proxy",
                        () -> call(each, "GET", group + "/instances/a/assignments", "")
                                        .statusCode()
                                == 200);
            }
        }
    }

    private static RestProxyProcess proxy(TestKafka kafka, String id) {
        return new RestProxyProcess(kafka.bootstrapServers(), "id=" + id, "caudal.cluster=trio");
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, int from) {
        for (int i = from; i < from + RECORDS; i++) {
            var unused = producer.send(new ProducerRecord<>("river", ("record " + i).getBytes(StandardCharsets.UTF_8)));
        }
        producer.flush();
    }

    private static void awaitAll(List<RestReader> readers, int count) {
        Eventually.holds(
                "all readers have " + count + " records",
                () -> readers.stream().allMatch(reader -> reader.size() == count));
    }

    private HttpResponse<String> call(RestProxyProcess proxy, String method, String path, String body)
            throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + proxy.port() + path))
                        .header("Content-Type", V2)
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
