package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caudal.testkit.TestAuthority;
import dev.caudal.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How connections are secured, each mode by both ways: SQL and the log. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all tests
abstract class TlsContract {

    private Path folder;
    private TestDatabase server;
    private Path authority;
    private Path stranger;

    /** The two connections that a source opens. */
    enum Way {
        SQL {
            @Override
            void connect(SourceConfig.Address address, BinlogCoordinate at) {
                SourceConnection.open(address).close();
            }
        },
        LOG {
            @Override
            void connect(SourceConfig.Address address, BinlogCoordinate at) throws InterruptedException {
                try (LogConnection connection = new LogConnection(address, 4711, at)) {
                    connection.stream(in -> assertThat(in.read()).isNotNegative());
                }
            }
        };

        abstract void connect(SourceConfig.Address address, BinlogCoordinate at) throws InterruptedException;
    }

    abstract TestDatabase start(String... options);

    @BeforeAll
    void startWithACertificateForLocalhost(@TempDir Path temporary) throws IOException {
        folder = temporary;
        TestAuthority ours = TestAuthority.create(Files.createDirectory(folder.resolve("ours")));
        authority = ours.certificate();
        stranger = TestAuthority.create(Files.createDirectory(folder.resolve("stranger")))
                .certificate();
        Path identity = ours.server("localhost");
        server = start("--ssl-ca=" + authority, "--ssl-cert=" + identity, "--ssl-key=" + identity);
        server.execute(
                "CREATE DATABASE t",
                "CREATE TABLE t.t (id INT PRIMARY KEY)",
                "CREATE USER secured IDENTIFIED BY 'secret' REQUIRE SSL",
                "GRANT ALL ON *.* TO secured");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void a_server_that_wants_tls_is_served_in_every_mode_but_disabled(Way way) throws InterruptedException {
        for (TlsMode mode : List.of(TlsMode.PREFERRED, TlsMode.REQUIRED, TlsMode.VERIFY_CA, TlsMode.VERIFY_IDENTITY)) {
            connect(way, "localhost", mode, authority);
        }
        assertThatThrownBy(() -> connect(way, "localhost", TlsMode.DISABLED, authority))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("secured");
    }

    @Test
    void a_connection_for_sql_is_encrypted() {
        assertThat(cipher(TlsMode.REQUIRED)).startsWith("TLS");
        assertThat(cipher(TlsMode.PREFERRED)).startsWith("TLS");
    }

    @Test
    void rows_and_changes_come_over_tls() {
        SourceSettings settings = SourceSettings.of(server, "t.t")
                .address(address("localhost", "secured", TlsMode.VERIFY_IDENTITY, authority));
        server.execute("REPLACE INTO t.t VALUES (1)");
        try (Capture capture = Capture.start(settings)) {
            assertThat(capture.rows(1)).containsExactly("{'id':1}");
            server.execute("INSERT INTO t.t VALUES (2)");
            assertThat(capture.changes(1)).containsExactly("INSERT {'id':2}");
        } finally {
            server.execute("DELETE FROM t.t");
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void verify_ca_refuses_an_unknown_authority(Way way) {
        expectRefusal(() -> connect(way, "localhost", TlsMode.VERIFY_CA, stranger), "source.tls.ca");
        expectRefusal(() -> connect(way, "localhost", TlsMode.VERIFY_IDENTITY, stranger), "source.tls.ca");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void the_authorities_of_the_jdk_do_not_vouch_for_an_authority_of_a_firm(Way way) {
        expectRefusal(() -> connect(way, "localhost", TlsMode.VERIFY_CA, Path.of("")), "source.tls.ca");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void required_asks_no_authority(Way way) throws InterruptedException {
        connect(way, "localhost", TlsMode.REQUIRED, stranger);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void verify_identity_refuses_another_host_name(Way way) throws InterruptedException {
        connect(way, "127.0.0.1", TlsMode.VERIFY_CA, authority);
        expectRefusal(() -> connect(way, "127.0.0.1", TlsMode.VERIFY_IDENTITY, authority), "source.host");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void an_authority_that_cannot_be_read_is_named(Way way) throws IOException {
        Path nothing = folder.resolve("nothing.pem");
        expectRefusal(() -> connect(way, "localhost", TlsMode.VERIFY_CA, nothing), nothing.toString());
        Path text = Files.writeString(folder.resolve("text.pem"), "no certificate");
        expectRefusal(() -> connect(way, "localhost", TlsMode.VERIFY_CA, text), text.toString());
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void a_server_without_tls_is_served_only_where_tls_is_not_required(Way way) throws InterruptedException {
        try (TestDatabase plain = start(plain())) {
            BinlogCoordinate at = new BinlogCoordinate(LogListing.last(plain).file(), 4);
            for (TlsMode mode : TlsMode.values()) {
                SourceConfig.Address address = new SourceConfig.Address(
                        "localhost", plain.port(), plain.user(), plain.password(), mode, authority.toString());
                if (mode == TlsMode.DISABLED || mode == TlsMode.PREFERRED) {
                    way.connect(address, at);
                } else {
                    expectRefusal(() -> way.connect(address, at), "source.tls");
                }
            }
        }
    }

    /** The options of a server without TLS. */
    abstract String[] plain();

    private void connect(Way way, String host, TlsMode mode, Path trusted) throws InterruptedException {
        way.connect(
                address(host, "secured", mode, trusted),
                new BinlogCoordinate(LogListing.last(server).file(), 4));
    }

    private SourceConfig.Address address(String host, String user, TlsMode mode, Path trusted) {
        return new SourceConfig.Address(host, server.port(), user, "secret", mode, trusted.toString());
    }

    private String cipher(TlsMode mode) {
        try (SourceConnection connection = SourceConnection.open(address("localhost", "secured", mode, authority))) {
            return connection
                    .query("SHOW SESSION STATUS LIKE 'Ssl_cipher'")
                    .get(0)
                    .get(1);
        }
    }

    private static void expectRefusal(ThrowingCallable connect, String mended) {
        assertThatThrownBy(connect)
                .isInstanceOf(SourceException.class)
                .hasMessageContaining(mended)
                .extracting(refusal -> ((SourceException) refusal).retryable())
                .isEqualTo(false);
    }
}
