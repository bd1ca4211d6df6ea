package dev.caudal.server.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.server.definition.Refusal.Reason;
import dev.caudal.testkit.TestKafka;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DefinitionsIT {
    private static final int ROUNDS = 4;

    private static TestKafka kafka;

    @BeforeAll
    static void start() {
        kafka = TestKafka.start();
        kafka.createTopic(Definitions.TOPIC, 1, Map.of("cleanup.policy", "compact"));
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void what_is_saved_has_versions_that_rise_by_one_and_is_there_after_a_restart() {
        try (var definitions = open()) {
            assertThat(definitions.save(Change.create(Note.KIND, "a", new Note("one", ""))))
                    .hasValueSatisfying(note -> assertThat(note.version()).isEqualTo(1));
            assertThat(definitions.save(Change.replace(Note.KIND, "a", 1, new Note("two", ""))))
                    .hasValueSatisfying(note -> assertThat(note.version()).isEqualTo(2));
            assertThat(definitions.save(Change.replace(Note.KIND, "a", 2, new Note("two", ""))))
                    .as("what is the same is no new version")
                    .hasValueSatisfying(note -> assertThat(note.version()).isEqualTo(2));
        }
        try (var definitions = open()) {
            assertThat(definitions.require(Note.KIND, "a"))
                    .returns(2L, Definition::version)
                    .returns(new Note("two", ""), Definition::value);
            definitions.save(Change.delete(Note.KIND, "a", 2));
        }
        try (var definitions = open()) {
            assertThat(definitions.find(Note.KIND, "a")).isEmpty();
        }
    }

    @Test
    void the_second_of_two_who_save_one_definition_gets_what_differs_and_changes_nothing() {
        try (var definitions = open()) {
            definitions.save(Change.create(Note.KIND, "shared", new Note("first", "")));
            definitions.save(Change.replace(Note.KIND, "shared", 1, new Note("mine", "")));

            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> definitions.save(Change.replace(Note.KIND, "shared", 1, new Note("yours", ""))))
                    .satisfies(refusal -> {
                        assertThat(refusal.reason()).isEqualTo(Reason.STALE);
                        assertThat(Json.MAPPER
                                        .<JsonNode>valueToTree(refusal.more())
                                        .at("/current/version")
                                        .asLong())
                                .isEqualTo(2);
                        assertThat(refusal.more().get("difference"))
                                .hasToString("[{\"field\":\"text\",\"yours\":\"yours\",\"theirs\":\"mine\"}]");
                    });

            assertThat(definitions.require(Note.KIND, "shared").value().text()).isEqualTo("mine");
            definitions.save(Change.delete(Note.KIND, "shared", 2));
        }
    }

    @Test
    void of_many_who_save_the_same_version_at_once_one_wins() throws Exception {
        try (var definitions = open()) {
            definitions.save(Change.create(Note.KIND, "race", new Note("start", "")));
            var threads = Executors.newFixedThreadPool(8);
            var tries = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(number -> () -> {
                        try {
                            definitions.save(Change.replace(Note.KIND, "race", 1, new Note("n" + number, "")));
                            return true;
                        } catch (Refusal e) {
                            return e.reason() != Reason.STALE;
                        }
                    })
                    .toList();
            int won = 0;
            for (var each : threads.invokeAll(tries)) {
                won += each.get() ? 1 : 0;
            }
            threads.shutdown();

            assertThat(won).isEqualTo(1);
            assertThat(definitions.require(Note.KIND, "race").version()).isEqualTo(2);
            definitions.save(Change.delete(Note.KIND, "race", 2));
        }
    }

    @Test
    void several_are_saved_all_or_none_and_what_is_used_stays() {
        try (var definitions = open()) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> definitions.save(List.of(
                            Change.create(Note.KIND, "good", new Note("good", "")),
                            Change.create(Note.KIND, "bad", new Note("bad", "nobody")))))
                    .satisfies(refusal -> assertThat(refusal.field()).contains("about"));
            assertThat(definitions.has(new DefinitionId("note", "good"))).isFalse();

            definitions.save(List.of(
                    Change.create(Note.KIND, "upper", new Note("upper", "lower")),
                    Change.create(Note.KIND, "lower", new Note("lower", ""))));
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> definitions.save(Change.delete(Note.KIND, "lower", 1)))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.IN_USE));
            definitions.save(List.of(Change.delete(Note.KIND, "lower", 1), Change.delete(Note.KIND, "upper", 1)));
            assertThat(definitions.all(Note.KIND)).isEmpty();
        }
    }

    @Test
    void a_server_that_hung_while_another_took_over_saves_nothing_more() {
        try (var hung = open();
                var next = open()) {
            next.save(Change.create(Note.KIND, "fence", new Note("next", "")));

            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> hung.save(
                            new Change<>(Note.KIND, "fence", OptionalLong.empty(), Optional.of(new Note("hung", "")))))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.FENCED));

            next.save(Change.delete(Note.KIND, "fence", 1));
        }
    }

    @Test
    void a_follower_sees_what_was_saved_before_it_was_asked() {
        var clients = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (var definitions = open();
                var follower = new DefinitionFollower(clients, List.of(Note.KIND))) {
            for (int number = 0; number < 20; number++) {
                var text = Integer.toString(number);
                definitions.save(Change.put(Note.KIND, "followed", new Note(text, "")));
                assertThat(follower.latest()
                                .require(Note.KIND, "followed")
                                .value()
                                .text())
                        .isEqualTo(text);
            }
            definitions.save(Change.delete(Note.KIND, "followed", 20));
        }
    }

    @Test
    void killed_at_any_moment_nothing_that_was_taken_is_lost_and_nothing_is_half_saved() throws Exception {
        int last = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int taken = saveUntilKilled(last + 1, last + 3 + 7 * round);
            try (var definitions = open()) {
                var left = Integer.parseInt(
                        definitions.require(Note.KIND, "left").value().text());
                var right = Integer.parseInt(
                        definitions.require(Note.KIND, "right").value().text());
                assertThat(left).isEqualTo(right).isBetween(taken, taken + 1);
                last = left;
            }
        }
        try (var definitions = open()) {
            for (var each : definitions.all(Note.KIND)) {
                definitions.save(Change.delete(Note.KIND, each.name(), each.version()));
            }
        }
    }

    /** The last number that the process said was taken. */
    private static int saveUntilKilled(int first, int enough) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SavingMain.class.getName(),
                        kafka.bootstrapServers(),
                        Integer.toString(first))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int taken = first - 1;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.matches("\\d+")) {
                    taken = Integer.parseInt(line);
                }
                if (taken == enough) {
                    // The process itself would close the stream that the last lines are in.
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        assertThat(taken).isGreaterThanOrEqualTo(enough);
        return taken;
    }

    private static Definitions open() {
        return Definitions.open(Map.of("bootstrap.servers", kafka.bootstrapServers()), List.of(Note.KIND));
    }
}
