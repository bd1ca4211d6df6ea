package dev.caudal.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

class LocalS3IT {
    private static final String NAME = "topics/t/2026-01-01/00/t+0+0000000016.json";

    @TempDir
    private Path root;

    private LocalDirectory folder;

    @BeforeEach
    void folder() {
        folder = new LocalDirectory(root.resolve("a folder with spaces"));
    }

    @AfterEach
    void stop() {
        new ChildProcesses(folder).stopAll();
    }

    @Test
    void objects_are_plain_files_and_are_there_again_after_a_crash() throws IOException {
        var first = LocalS3.start(folder, Port.any());
        try (var client = client(first, LocalS3.KEY)) {
            client.createBucket(request -> request.bucket("backup"));
            put(client, "one");
            first.kill();

            var second = LocalS3.start(folder, Port.exactly(first.port()));

            assertThat(second.process().adopted()).isFalse();
            assertThat(client.getObjectAsBytes(get -> get.bucket("backup").key(NAME))
                            .asUtf8String())
                    .isEqualTo("one");
        }
        assertThat(Files.readString(folder.data("s3").resolve("backup").resolve(NAME)))
                .isEqualTo("one");
    }

    @Test
    void an_object_that_is_there_is_not_overwritten_by_a_conditional_write() {
        try (var client = client(LocalS3.start(folder, Port.any()), LocalS3.KEY)) {
            client.createBucket(request -> request.bucket("backup"));
            put(client, "one");

            assertThatThrownBy(() -> client.putObject(
                            put -> put.bucket("backup").key(NAME).ifNoneMatch("*"), RequestBody.fromString("two")))
                    .isInstanceOfSatisfying(
                            S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
        }
    }

    @Test
    void a_wrong_secret_and_a_request_without_a_signature_are_refused() throws IOException {
        var store = LocalS3.start(folder, Port.any());
        try (var client = client(store, "wrong")) {
            assertThatThrownBy(client::listBuckets)
                    .isInstanceOfSatisfying(
                            S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
        }
        assertThat(answer(store, "Host: localhost:" + store.port()))
                .startsWith("HTTP/1.1 403")
                .contains("AccessDenied");
    }

    @Test
    void a_web_page_of_another_site_gets_no_answer_from_the_store_whatever_it_signs() throws IOException {
        var store = LocalS3.start(folder, Port.any());

        assertThat(answer(store, "Host: evil.example"))
                .startsWith("HTTP/1.1 403")
                .contains("Call it as 127.0.0.1");
        assertThat(answer(store, "Host: 127.0.0.1:" + store.port() + "\r\nOrigin: https://evil.example"))
                .startsWith("HTTP/1.1 403")
                .contains("Call it as 127.0.0.1");
        assertThat(answer(store, "Host: 127.0.0.1:" + store.port() + "\r\nOrigin: null"))
                .contains("Call it as 127.0.0.1");
        assertThat(answer(store, "Host: 127.0.0.1:" + store.port() + "\r\nOrigin: http://localhost:3000"))
                .contains("AccessDenied");
    }

    private static void put(S3Client client, String text) {
        var unused = client.putObject(put -> put.bucket("backup").key(NAME), RequestBody.fromString(text));
    }

    private static S3Client client(LocalS3 store, String secret) {
        return S3Client.builder()
                .endpointOverride(store.endpoint())
                .region(Region.of(LocalS3.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(LocalS3.KEY, secret)))
                .forcePathStyle(true)
                .build();
    }

    /** The answer to an unsigned list of buckets with these headers. */
    private static String answer(LocalS3 store, String headers) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), store.port())) {
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
