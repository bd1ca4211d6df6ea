package dev.caudal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.local.Port;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestProxyCommandIT {
    @TempDir
    private Path root;

    private final int port = Port.any().choose("a test");

    @Test
    void a_file_of_confluent_starts_a_proxy() throws Exception {
        var file = Files.writeString(root.resolve("kafka-rest.properties"), """
                #schema.registry.url=http://localhost:8081
                zookeeper.connect=localhost:2181
                bootstrap.servers=PLAINTEXT://127.0.0.1:1
                listeners=http://127.0.0.1:%d
                """.formatted(port));
        try (var proxy = CommandProcess.start(root, "rest-proxy", "start", file.toString())) {
            proxy.awaitNote("on port " + port);

            assertThat(proxy.err()).contains("zookeeper.connect means nothing to this proxy and is ignored.");
            assertThat(get()).isEqualTo("{}");
            proxy.awaitNote("The Kafka cluster at 127.0.0.1:1 does not answer");
            assertThat(proxy.err().lines().filter(line -> line.contains("NetworkClient")))
                    .as("the clients' own words, which they repeat each second")
                    .hasSizeLessThan(6);
            proxy.interrupt();
            assertThat(proxy.finish("")).isEqualTo(ExitCode.OK);
        }
    }

    @Test
    void all_that_is_wrong_is_told_at_once() throws Exception {
        var file = Files.writeString(
                root.resolve("bad.properties"), "listeners=http://0.0.0.0:8082\ncaudal.consumers.max=many\n");
        try (var proxy = CommandProcess.start(root, "rest-proxy", "start", file.toString())) {
            assertThat(proxy.finish("")).isEqualTo(ExitCode.FAILED);

            assertThat(proxy.err())
                    .contains("bootstrap.servers is missing")
                    .contains("http://0.0.0.0:8082 lets anybody on the network")
                    .contains("caudal.consumers.max is many");
        }
    }

    @Test
    void users_are_added_by_passwords_that_no_command_line_has() throws Exception {
        var file = root.resolve("users").toString();

        assertThat(user("secret one\n", "add", file, "eva").err()).contains("Added user eva to " + file);
        assertThat(user("secret two\nsecret three\n", "add", file, "ana", "--kafka-user", "kafka-ana")
                        .err())
                .contains("Added user ana");
        assertThat(user("secret four\n", "add", file, "eva").err()).contains("Changed user eva");
        assertThat(user("", "list", file).out()).isEqualTo("ana\neva\n");
        assertThat(user("", "remove", file, "eva").err()).contains("Removed user eva");
        assertThat(user("", "remove", file, "eva").err()).contains("There is no user eva");
        assertThat(user("", "add", file, "eva").err()).contains("no line for it");
        assertThat(Files.readString(root.resolve("users")))
                .startsWith("ana:$pbkdf2-")
                .doesNotContain("secret");
    }

    @Test
    void passwords_let_users_in_from_the_network() throws Exception {
        var users = root.resolve("users");
        user("secret\n", "add", users.toString(), "eva").close();
        var file = Files.writeString(root.resolve("kafka-rest.properties"), """
                bootstrap.servers=127.0.0.1:1
                listeners=http://0.0.0.0:%d
                authentication.method=BASIC
                caudal.authentication.users=%s
                client.security.protocol=SASL_PLAINTEXT
                client.sasl.mechanism=SCRAM-SHA-512
                """.formatted(port, users));
        try (var proxy = CommandProcess.start(root, "rest-proxy", "start", file.toString())) {
            proxy.awaitNote("on port " + port);

            assertThat(proxy.err()).contains("PASSWORDS TRAVEL IN CLEAR over http://0.0.0.0:" + port);
            proxy.interrupt();
            assertThat(proxy.finish("")).isEqualTo(ExitCode.OK);
        }
    }

    private CommandProcess user(String input, String... arguments) throws Exception {
        var all = Stream.concat(Stream.of("rest-proxy", "user"), Stream.of(arguments));
        var command = CommandProcess.start(root, all.toArray(String[]::new));
        var unused = command.finish(input);
        return command;
    }

    private String get() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
