package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caudal.testkit.Eventually;
import dev.caudal.testkit.TestDatabase;
import dev.caudal.testkit.TestPluggedMariaDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tokens of IAM, as far as that goes without Amazon: a server that takes them as RDS does, in clear within TLS
 * ({@code mysql_clear_password}), here by PAM and a program that looks at them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TokenLoginIT {
    private static final Path PAM = Path.of("/etc/pam.d");

    /** Each process may run this test, so its files must not be another's. */
    private final String letsTokensIn = "caudal-test-" + ProcessHandle.current().pid();

    private final String letsNobodyIn = letsTokensIn + "-deny";

    private Path tokens;
    private TestDatabase server;

    @BeforeAll
    void startServer(@TempDir Path folder) throws IOException {
        server = TestPluggedMariaDb.start("--plugin-load-add=auth_pam_v1", "--pam-use-cleartext-plugin=ON", "--ssl=ON");
        tokens = folder.resolve("tokens");
        Path check = Files.writeString(folder.resolve("check"), """
                #!/bin/sh
                token=$(tr -d '\\0')
                echo "$token" >> %s
                case $token in "127.0.0.1:%d/?"*"&X-Amz-Signature="*) exit 0 ;; esac
                exit 1
                """.formatted(tokens, server.port()));
        Files.setPosixFilePermissions(check, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(PAM.resolve(letsTokensIn), """
                auth required pam_exec.so expose_authtok quiet %s
                account required pam_permit.so
                """.formatted(check));
        Files.writeString(PAM.resolve(letsNobodyIn), "auth required pam_deny.so\n");
        server.execute("CREATE DATABASE l", "CREATE TABLE l.t (id INT PRIMARY KEY)", "INSERT INTO l.t VALUES (1)");
        create("caudal", letsTokensIn);
        create("stranger", letsNobodyIn);
    }

    private void create(String user, String service) {
        server.execute(
                "CREATE USER %s IDENTIFIED VIA pam USING '%s'".formatted(user, service),
                "GRANT SELECT, RELOAD, REPLICATION SLAVE, BINLOG MONITOR ON *.* TO " + user);
    }

    @AfterAll
    void stopServer() throws IOException {
        server.close();
        Files.deleteIfExists(PAM.resolve(letsTokensIn));
        Files.deleteIfExists(PAM.resolve(letsNobodyIn));
    }

    @BeforeEach
    void giveCredentials() throws IOException {
        server.execute("TRUNCATE l.t", "INSERT INTO l.t VALUES (1)");
        Files.deleteIfExists(tokens);
        System.setProperty("aws.accessKeyId", "AKIAIOSFODNN7EXAMPLE");
        System.setProperty("aws.secretAccessKey", "secret");
    }

    @AfterEach
    void takeCredentials() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        System.clearProperty("aws.disableEc2Metadata");
        System.clearProperty("aws.containerCredentialsFullUri");
    }

    @Test
    void load_and_log_are_read_with_a_token_for_each_connection() throws Exception {
        try (Capture capture =
                Capture.start(SourceSettings.of(server, "l.t").address(address("caudal", TlsMode.PREFERRED)))) {
            assertThat(capture.rows(1)).containsExactly("{'id':1}");
            server.execute("INSERT INTO l.t VALUES (2)");
            assertThat(capture.changes(1)).containsExactly("INSERT {'id':2}");
        }
        assertThat(Files.readAllLines(tokens))
                .hasSizeGreaterThan(1)
                .allSatisfy(token -> assertThat(token)
                        .contains(
                                "Action=connect",
                                "DBUser=caudal",
                                "%2Feu-west-1%2Frds-db%2Faws4_request",
                                "X-Amz-Expires=900"));
    }

    /** As a process in a container of Amazon's is given a role: by a server of its machine, with keys for some time. */
    @Test
    void credentials_of_a_role_are_asked_for_once_while_they_are_held_and_anew_when_they_expire() throws Exception {
        takeCredentials();
        try (CredentialServer role = CredentialServer.start()) {
            System.setProperty("aws.containerCredentialsFullUri", role.uri());
            try (SourceCredentials unused = SourceCredentials.hold()) {
                try (Capture capture =
                        Capture.start(SourceSettings.of(server, "l.t").address(address("caudal", TlsMode.PREFERRED)))) {
                    assertThat(capture.rows(1)).containsExactly("{'id':1}");
                }
                SourceCredentials.hold().close();
                login();
                assertThat(role.asked()).isEqualTo(1);
            }
            login();
            assertThat(role.asked()).as("nobody held them").isEqualTo(2);
            role.expireNext();
            try (SourceCredentials unused = SourceCredentials.hold()) {
                Eventually.passes(() -> {
                    login();
                    assertThat(role.asked()).isGreaterThan(3);
                });
            }
            assertThat(Files.readAllLines(tokens))
                    .last()
                    .asString()
                    .contains("X-Amz-Credential=KEY4%2F", "X-Amz-Security-Token=session4");
        }
    }

    private void login() {
        SourceConnection.open(address("caudal", TlsMode.REQUIRED)).close();
    }

    @Test
    void a_refusal_names_what_iam_needs() {
        assertThatThrownBy(() -> SourceConnection.open(address("stranger", TlsMode.REQUIRED)))
                .isInstanceOfSatisfying(
                        SourceException.class,
                        refusal -> assertThat(refusal.retryable()).isFalse())
                .hasMessageContainingAll("AWSAuthenticationPlugin", "rds-db:connect", "eu-west-1", "clock");
    }

    @Test
    void without_credentials_there_is_no_token() {
        takeCredentials();
        System.setProperty("aws.disableEc2Metadata", "true");

        assertThatThrownBy(() -> SourceConnection.open(address("caudal", TlsMode.REQUIRED)))
                .isInstanceOfSatisfying(
                        SourceException.class,
                        refusal -> assertThat(refusal.retryable()).isTrue())
                .hasMessageContainingAll("AWS_ACCESS_KEY_ID", "caudal");
    }

    private SourceConfig.Address address(String user, TlsMode tls) {
        return new SourceConfig.Address(
                server.host(), server.port(), user, new SourceLogin.RdsToken("eu-west-1"), tls, "", List.of());
    }
}
