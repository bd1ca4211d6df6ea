package dev.caudal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.local.Port;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private String get() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
