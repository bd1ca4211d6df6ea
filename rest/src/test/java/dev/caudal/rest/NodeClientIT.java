package dev.caudal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.caudal.testkit.NodeProgram;
import dev.caudal.testkit.Npm;
import dev.caudal.testkit.TestKafka;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The program of chapter 6.3 with the client that it names. */
final class NodeClientIT {
    private static TestKafka kafka;
    private static TestProxy proxy;
    private static Path folder;

    @BeforeAll
    static void start() {
        assumeTrue(Npm.isPossible(), "There is no Node here");
        folder = Npm.install();
        kafka = TestKafka.start();
        proxy = new TestProxy(kafka);
    }

    @AfterAll
    static void stop() {
        if (kafka != null) {
            proxy.close();
            kafka.close();
        }
    }

    @Test
    void the_program_prints_each_message() throws Exception {
        produce("prints", 0, 3);
        try (var program = NodeProgram.start(folder, proxy.port(), "lector", "prints")) {
            program.await(3, 30);

            assertThat(program.output()).startsWith("""
                            {
                              metadata: { topic: 'prints', key: null, partition: 0, offset: 0 },
                              data: { n: 0 }
                            }
                            """);
            produce("prints", 3, 1);
            assertThat(program.await(4, 30)).containsExactly(0, 1, 2, 3);
        }
    }

    @Test
    void a_killed_program_goes_on_where_it_was() throws Exception {
        produce("killed", 0, 200);
        var seen = new HashSet<Integer>();
        try (var program = NodeProgram.start(folder, proxy.port(), "matado", "killed")) {
            program.await(200, 30);
            // The long poll after the page has acknowledged it.
            Thread.sleep(1500);
            program.kill();
            seen.addAll(program.offsets());
        }

        produce("killed", 200, 50);
        try (var program = NodeProgram.start(folder, proxy.port(), "matado", "killed")) {
            var rest = program.await(50, 20);

            assertThat(rest).startsWith(200).doesNotHaveDuplicates();
            seen.addAll(rest);
        }
        assertThat(seen).containsAll(IntStream.range(0, 250).boxed().toList());
    }

    @Test
    void the_program_survives_a_restart_of_the_broker() throws Exception {
        produce("restart", 0, 10);
        try (var program = NodeProgram.start(folder, proxy.port(), "paciente", "restart")) {
            program.await(10, 30);

            kafka.restart();
            produce("restart", 10, 10);

            assertThat(new HashSet<>(program.await(20, 60)))
                    .containsAll(IntStream.range(0, 20).boxed().toList());
            assertThat(program.isAlive()).isTrue();
            assertThat(program.output()).doesNotContain("broke");
        }
    }

    private static void produce(String topic, int from, int count) {
        if (from == 0) {
            kafka.createTopic(topic, 1);
        }
        var records = new StringBuilder("{\"records\":[");
        for (int i = from; i < from + count; i++) {
            records.append(i == from ? "" : ",")
                    .append("{\"value\":{\"n\":")
                    .append(i)
                    .append("}}");
        }
        var answer = proxy.http()
                .send(
                        "POST",
                        "/topics/" + topic,
                        records.append("]}").toString(),
                        "Content-Type",
                        "application/vnd.kafka.json.v2+json");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("\"offset\":null");
    }
}
