package dev.caudal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.testkit.TestKafka;
import java.net.URI;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BrokerRestartIT {
    private static final int CLIENTS = 20;
    private static final int MESSAGES = 40;

    @Test
    void clients_of_v1_neither_stop_nor_miss_a_message() throws Exception {
        var threads = Executors.newCachedThreadPool();
        try (var kafka = TestKafka.start();
                var proxy = new TestProxy(kafka)) {
            kafka.createTopic("river", 1);
            var clients = new ArrayList<Future<Set<Integer>>>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(threads.submit(client(proxy, "group" + i)));
            }
            send(kafka, MESSAGES / 2);
            kafka.kill();
            Thread.sleep(3000);
            kafka.restart();
            send(kafka, MESSAGES / 2);

            var all = IntStream.range(0, MESSAGES).boxed().collect(Collectors.toSet());
            for (var client : clients) {
                assertThat(client.get()).isEqualTo(all);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Reads until it has all messages; any answer but 200 ends it, as it ends the Node client. */
    private static Callable<Set<Integer>> client(TestProxy proxy, String group) {
        var http = new Http(proxy.port());
        return () -> {
            var created = http.send(
                    "POST",
                    "/consumers/" + group,
                    "{\"auto.offset.reset\":\"smallest\",\"auto.commit.enable\":\"false\"}",
                    "Content-Type",
                    "application/vnd.kafka.v1+json");
            var path = URI.create(created.json().get("base_uri").asText()).getPath();
            var offsets = new TreeSet<Integer>();
            long end = System.nanoTime() + 90_000_000_000L;
            while (offsets.size() < MESSAGES && System.nanoTime() < end) {
                var answer = http.get(path + "/topics/river");
                assertThat(answer.status()).as(answer.body()).isEqualTo(200);
                answer.json().forEach(record -> offsets.add(record.get("offset").asInt()));
            }
            return offsets;
        };
    }

    private static void send(TestKafka kafka, int count) {
        for (int i = 0; i < count; i++) {
            kafka.send("river", "{\"n\":" + i + "}");
        }
    }
}
