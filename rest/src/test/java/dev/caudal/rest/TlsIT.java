package dev.caudal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.testkit.TestKafka;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TlsIT {
    private static final String PASSWORD = "changeit";

    @TempDir
    private Path folder;

    @Test
    void records_are_read_over_tls() throws Exception {
        var keys = keys();
        try (var kafka = TestKafka.start();
                var proxy = RestProxy.start(RestProxyConfig.of(Map.of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "listeners",
                        "https://127.0.0.1:0",
                        "ssl.keystore.location",
                        keys.toString(),
                        "ssl.keystore.password",
                        PASSWORD)))) {
            kafka.createTopic("secret", 1);
            kafka.send("secret", "one");
            var client = HttpClient.newBuilder().sslContext(trust(keys)).build();
            var root = "https://127.0.0.1:" + proxy.port();
            var created = client.send(
                    HttpRequest.newBuilder(URI.create(root + "/consumers/g"))
                            .header("Content-Type", "application/vnd.kafka.v1+json")
                            .POST(BodyPublishers.ofString("{\"id\":\"me\",\"auto.offset.reset\":\"smallest\"}"))
                            .build(),
                    BodyHandlers.ofString());

            var body = "[]";
            for (int i = 0; i < 20 && body.equals("[]"); i++) {
                body = client.send(
                                HttpRequest.newBuilder(URI.create(root + "/consumers/g/instances/me/topics/secret"))
                                        .build(),
                                BodyHandlers.ofString())
                        .body();
            }

            assertThat(created.body()).contains("\"base_uri\":\"" + root + "/consumers/g/instances/me\"");
            assertThat(body).contains("\"value\":\"b25l\"");
        }
    }

    private Path keys() throws Exception {
        var file = folder.resolve("keys.p12");
        var command = "keytool -genkeypair -alias proxy -keyalg EC -storetype PKCS12 -storepass %s -dname CN=localhost"
                + " -ext san=ip:127.0.0.1 -keystore %s";
        int code = new ProcessBuilder(command.formatted(PASSWORD, file).split(" "))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.out").toFile())
                .start()
                .waitFor();
        assertThat(code).isZero();
        return file;
    }

    private static SSLContext trust(Path file) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("proxy", store.getCertificate("proxy"));
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
