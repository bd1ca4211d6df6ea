package dev.caudal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.testkit.Eventually;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More callers than places for them, and more passwords than can be checked; none of it needs a broker. */
final class CallersIT {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void add() {
        file = folder.resolve("users");
        new UserFile(file).add("ana", "one");
        new UserFile(file).add("luis", "two");
    }

    @Test
    void who_has_nothing_to_do_makes_room_for_others() {
        try (var proxy = proxy()) {
            var ana = new AsUser(proxy, "ana", "one");
            var luis = new AsUser(proxy, "luis", "two");

            for (int i = 0; i < 3; i++) {
                assertThat(ana.get("/v3/openapi.json").status()).isEqualTo(200);
                Eventually.passes(
                        () -> assertThat(luis.get("/v3/openapi.json").status()).isEqualTo(200));
            }
        }
    }

    @Test
    void who_has_a_consumer_keeps_the_place() {
        try (var proxy = proxy()) {
            var ana = new AsUser(proxy, "ana", "one");
            var luis = new AsUser(proxy, "luis", "two");
            assertThat(ana.v2("POST", "/consumers/g", "{'name':'i'}").status()).isEqualTo(200);

            assertThat(luis.get("/v3/openapi.json").code()).isEqualTo(429);
            assertThat(luis.get("/v3/openapi.json").body()).contains("caudal.authentication.callers.max");
            assertThat(ana.v2("DELETE", "/consumers/g/instances/i", "").status())
                    .isEqualTo(204);

            Eventually.passes(
                    () -> assertThat(luis.get("/v3/openapi.json").status()).isEqualTo(200));
        }
    }

    @Test
    void who_tries_many_passwords_holds_up_nobody_who_is_known() throws Exception {
        var guesses = new ArrayList<RawClient>();
        try (var proxy = proxy()) {
            var ana = new AsUser(proxy, "ana", "one");
            assertThat(ana.get("/v3/openapi.json").status()).isEqualTo(200);
            for (int i = 0; i < 250; i++) {
                guesses.add(new RawClient(proxy.port())
                        .send("GET /topics HTTP/1.1\nHost: 127.0.0.1\nAuthorization: %s\n\n"
                                .formatted(Basic.header("ana", "guess " + i))));
            }

            assertThat(ana.get("/v3/openapi.json").status()).isEqualTo(200);
            var answers = new ArrayList<String>();
            for (var guess : guesses) {
                answers.add(guess.answer());
            }
            assertThat(answers).allMatch(answer -> answer.contains(" 401 ") || answer.contains(" 429 "));
            assertThat(answers).anyMatch(answer -> answer.contains("40101"));
            assertThat(answers).anyMatch(answer -> answer.contains(" 429 "));
        } finally {
            for (var guess : guesses) {
                guess.close();
            }
        }
    }

    private TestProxy proxy() {
        return new TestProxy(
                "127.0.0.1:1",
                "authentication.method",
                "BASIC",
                "caudal.authentication.users",
                file.toString(),
                "caudal.authentication.kafka",
                "proxy",
                "caudal.authentication.callers.max",
                "1");
    }
}
