package dev.caudal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caudal.cluster.tls.CertificateAuthority;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.Port;
import dev.caudal.server.access.Access;
import dev.caudal.server.access.AuditLog;
import dev.caudal.server.access.LocalPassword;
import dev.caudal.server.access.PlatformUsers;
import dev.caudal.server.access.UserRole;
import dev.caudal.server.api.AboutResource;
import dev.caudal.server.api.ApiServer;
import dev.caudal.server.api.NetworkAddress;
import dev.caudal.server.api.SessionResource;
import dev.caudal.server.definition.PlatformException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API for other machines, by real sockets. */
class NetworkListenerTest {
    private static final String PASSWORD = "Canary-Net5!";
    private static final String ABOUT = "GET /api/v1/about";

    @TempDir
    private Path root;

    private LocalDirectory folder;
    private NetworkAddress address;
    private Access access;
    private Optional<ApiServer> server = Optional.empty();

    @BeforeEach
    void open() {
        folder = new LocalDirectory(root);
        address = new NetworkAddress("localhost", Port.any().choose("the API"));
        access = Access.open(folder, new AuditLog(folder));
    }

    @AfterEach
    void close() {
        server.ifPresent(ApiServer::close);
        access.close();
    }

    @Test
    void without_users_it_does_not_listen_for_other_machines() {
        var network = new ApiNetwork(address, Optional.empty());
        assertThatThrownBy(() -> network.requireUsers(folder))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("caudal user add");
        assertThatThrownBy(() -> network.listener(folder)).isInstanceOf(PlatformException.class);
    }

    @Test
    void other_machines_come_in_by_tls_and_a_password_and_pages_of_other_sites_do_not() throws Exception {
        start(Optional.empty());
        var ana = "Authorization: " + LocalPassword.basic("ana", PASSWORD) + "\r\n";
        var here = "Host: localhost:" + address.port() + "\r\n";

        assertThat(ask(ABOUT, here)).startsWith("HTTP/1.1 401");
        assertThat(ask(ABOUT, here + ana)).startsWith("HTTP/1.1 200");
        assertThat(ask(
                        ABOUT,
                        here + "Authorization: " + LocalPassword.header(folder).orElseThrow() + "\r\n"))
                .as("the password of the folder is for this machine only")
                .startsWith("HTTP/1.1 401");
        assertThat(ask(ABOUT, "Host: evil.example\r\n" + ana)).startsWith("HTTP/1.1 400");
        assertThat(ask(ABOUT, here + ana + "Origin: https://evil.example\r\n"))
                .startsWith("HTTP/1.1 403")
                .contains("other-origin");
        assertThat(ask(ABOUT, here + ana + "Origin: http://localhost:" + address.port() + "\r\n"))
                .as("a page that came without TLS")
                .startsWith("HTTP/1.1 403");
        assertThat(ask(ABOUT, here + ana + "Origin: https://localhost:" + address.port() + "\r\n"))
                .startsWith("HTTP/1.1 200");
        var body = "{\"name\":\"ana\",\"password\":\"" + PASSWORD + "\"}";
        assertThat(ask(
                        "POST /api/v1/session",
                        here + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n",
                        body))
                .startsWith("HTTP/1.1 200")
                .containsPattern("(?i)set-cookie: caudal-session=[^\r]*;\\s*Secure")
                .containsPattern("(?i)set-cookie: [^\r]*HttpOnly");
    }

    @Test
    void a_certificate_of_somebody_else_is_shown_as_it_was_given() throws Exception {
        var other = CertificateAuthority.open(root.resolve("other"), "Other", Clock.systemUTC());
        var identity = other.issue("CN=localhost", List.of("localhost"), Duration.ofDays(1));
        var certificate = Files.writeString(root.resolve("certificate.pem"), identity.chainText());
        var key = Files.writeString(root.resolve("key.pem"), identity.keyText());
        start(Optional.of(new ApiNetwork.Files(certificate, key)));

        var request = "Host: localhost:" + address.port() + "\r\n";
        assertThat(ask(ABOUT, request, "", other)).startsWith("HTTP/1.1 401");
        assertThatThrownBy(() -> ask(ABOUT, request)).isInstanceOf(SSLHandshakeException.class);
    }

    private void start(Optional<ApiNetwork.Files> certificate) throws Exception {
        assertThat(new PlatformUsers(folder).add("ana", UserRole.ADMIN, PASSWORD))
                .isTrue();
        var audit = new AuditLog(folder);
        access.close();
        access = Access.open(folder, audit);
        server = Optional.of(ApiServer.start(
                Port.any().choose("the API"),
                Optional.of(new ApiNetwork(address, certificate).listener(folder)),
                access,
                audit,
                List.of(new AboutResource("test", List.of()), new SessionResource(access))));
    }

    private String ask(String request, String headers) throws Exception {
        return ask(request, headers, "");
    }

    private String ask(String request, String headers, String body) throws Exception {
        return ask(
                request, headers, body, CertificateAuthority.open(folder.data("certificates"), "", Clock.systemUTC()));
    }

    private String ask(String request, String headers, String body, CertificateAuthority trusted) throws Exception {
        try (var socket = (SSLSocket) context(trusted).getSocketFactory().createSocket("localhost", address.port())) {
            var checked = socket.getSSLParameters();
            checked.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(checked);
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write((request + " HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static SSLContext context(CertificateAuthority trusted) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", trusted.certificate());
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
