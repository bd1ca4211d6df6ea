package dev.caudal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caudal.testkit.TestAuthority;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTP clients that show certificates. */
final class ClientCertificatesIT {
    @TempDir
    private static Path folder;

    private static TestAuthority authority;
    private static Path server;
    private static Path friend;
    private static Path stranger;

    @BeforeAll
    static void start() throws Exception {
        authority = TestAuthority.create(folder);
        server = authority.keyStore("127.0.0.1");
        friend = authority.keyStore("friend");
        stranger = TestAuthority.create(Files.createDirectory(folder.resolve("elsewhere")))
                .keyStore("stranger");
    }

    @Test
    void only_who_shows_a_trusted_certificate_is_let_in() throws Exception {
        try (var proxy = proxy("REQUIRED")) {
            assertThat(get(proxy, Optional.of(friend))).isEqualTo("{}");
            assertThatThrownBy(() -> get(proxy, Optional.empty())).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> get(proxy, Optional.of(stranger))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_certificate_that_is_only_requested_may_be_missing_but_not_strange() throws Exception {
        try (var proxy = proxy("REQUESTED")) {
            assertThat(get(proxy, Optional.of(friend))).isEqualTo("{}");
            assertThat(get(proxy, Optional.empty())).isEqualTo("{}");
            assertThatThrownBy(() -> get(proxy, Optional.of(stranger))).isInstanceOf(IOException.class);
        }
    }

    private static RestProxy proxy(String authentication) {
        return RestProxy.start(RestProxyConfig.of(Map.of(
                "bootstrap.servers",
                "127.0.0.1:1",
                "listeners",
                "https://127.0.0.1:0",
                "ssl.keystore.location",
                server.toString(),
                "ssl.keystore.password",
                TestAuthority.PASSWORD,
                "ssl.client.authentication",
                authentication,
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                authority.certificate().toString())));
    }

    private static String get(RestProxy proxy, Optional<Path> identity) throws Exception {
        var context = SSLContext.getInstance("TLS");
        context.init(identity.isPresent() ? keys(identity.get()) : null, trust().getTrustManagers(), null);
        var client = HttpClient.newBuilder().sslContext(context).build();
        return client.send(
                        HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + proxy.port() + "/"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private static KeyManager[] keys(Path file) throws Exception {
        var password = TestAuthority.PASSWORD.toCharArray();
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(KeyStore.getInstance(file.toFile(), password), password);
        return factory.getKeyManagers();
    }

    private static TrustManagerFactory trust() throws Exception {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (var in = Files.newInputStream(authority.certificate())) {
            trusted.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return factory;
    }
}
