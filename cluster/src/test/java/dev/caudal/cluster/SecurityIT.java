package dev.caudal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caudal.cluster.tls.CertificateAuthority;
import dev.caudal.cluster.tls.ClientContext;
import dev.caudal.cluster.tls.Identity;
import dev.caudal.local.ProcessRecord;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kafka.model.ClientBroker;
import software.amazon.awssdk.services.kafka.model.GetBootstrapBrokersResponse;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** A cluster whose clients have to be somebody: by a password or by a certificate. */
class SecurityIT {
    private static final String PASSWORD = "s3cret of alice";

    @TempDir
    private static Path root;

    private static TestPlane plane;
    private static SecretsManagerClient secrets;
    private static String arn;
    private static GetBootstrapBrokersResponse brokers;
    private static String authority;

    @BeforeAll
    static void create() throws IOException {
        plane = new TestPlane(root);
        secrets = plane.secrets();
        arn = plane.create(TestPlane.request("secure", 2)
                .encryptionInfo(info -> info.encryptionInTransit(
                        transit -> transit.clientBroker(ClientBroker.TLS).inCluster(true)))
                .clientAuthentication(login ->
                        login.tls(tls -> tls.enabled(true)).sasl(sasl -> sasl.scram(scram -> scram.enabled(true)))));
        brokers = plane.client().getBootstrapBrokers(request -> request.clusterArn(arn));
        authority = Files.readString(root.resolve("certificates/ca.pem"));
    }

    @AfterAll
    static void stop() {
        secrets.close();
        plane.close();
    }

    @Test
    void there_is_a_port_for_certificates_and_one_for_passwords_and_none_without() {
        assertThat(brokers.bootstrapBrokerString()).isNull();
        assertThat(brokers.bootstrapBrokerStringTls().split(",")).hasSize(2).allMatch(each -> each.endsWith(":9094"));
        assertThat(brokers.bootstrapBrokerStringSaslScram().split(","))
                .hasSize(2)
                .allMatch(each -> each.endsWith(":9096"));
        var login = plane.describe(arn).clientAuthentication();
        assertThat(login.sasl().scram().enabled()).isTrue();
        assertThat(login.tls().enabled()).isTrue();
        assertThat(login.unauthenticated().enabled()).isFalse();
        var encryption = plane.describe(arn).encryptionInfo().encryptionInTransit();
        assertThat(encryption.clientBroker()).isEqualTo(ClientBroker.TLS);
        assertThat(encryption.inCluster()).isTrue();
    }

    @Test
    void a_user_of_a_secret_connects_with_its_password_until_the_secret_is_taken_away() throws Exception {
        var secret = secret("AmazonMSK_alice", "alice", PASSWORD);
        assertThat(associate(secret)).isEmpty();
        var alice = user("alice", PASSWORD);
        topic(alice, "of-alice");
        alice.send("of-alice", "one");
        assertThat(alice.read("of-alice", 1)).containsExactly("one");
        assertThatThrownBy(() -> user("alice", "wrong").brokers()).hasCauseInstanceOf(AuthenticationException.class);

        secrets.putSecretValue(request ->
                request.secretId(secret).secretString("{\"username\": \"alice\", \"password\": \"another one\"}"));
        assertThat(user("alice", "another one").brokers()).isEqualTo(2);
        assertThatThrownBy(alice::brokers).hasCauseInstanceOf(AuthenticationException.class);

        assertThat(plane.client()
                        .listScramSecrets(request -> request.clusterArn(arn))
                        .secretArnList())
                .contains(secret);
        assertThat(plane.client()
                        .batchDisassociateScramSecret(
                                request -> request.clusterArn(arn).secretArnList(secret))
                        .unprocessedScramSecrets())
                .isEmpty();
        assertThatThrownBy(() -> user("alice", "another one").brokers())
                .hasCauseInstanceOf(AuthenticationException.class);
    }

    @Test
    void a_secret_that_can_be_no_user_is_told_and_the_others_are_taken() throws Exception {
        var good = secret("AmazonMSK_bob", "bob", "of bob");
        var same = secret("AmazonMSK_bob2", "bob", "of another bob");
        var text = secrets.createSecret(request -> request.name("AmazonMSK_text")
                        .secretString("{\"user\": \"x\"}")
                        .kmsKeyId("k"))
                .arn();
        var keyless = secrets.createSecret(request ->
                        request.name("AmazonMSK_keyless").secretString("{\"username\": \"x\", \"password\": \"y\"}"))
                .arn();
        var unknown = "arn:aws:secretsmanager:us-east-1:000000000000:secret:AmazonMSK_none-abcdef";

        assertThat(plane.client()
                        .batchAssociateScramSecret(
                                request -> request.clusterArn(arn).secretArnList(good, same, text, keyless, unknown))
                        .unprocessedScramSecrets())
                .extracting(each -> each.secretArn() + " " + each.errorCode())
                .containsExactly(
                        same + " DuplicateUser",
                        text + " InvalidSecretFormat",
                        keyless + " InvalidKmsKey",
                        unknown + " InvalidSecretArn");
        assertThat(user("bob", "of bob").brokers()).isEqualTo(2);
    }

    @Test
    void a_client_with_a_certificate_of_the_platform_connects_and_one_without_does_not() throws Exception {
        var carol = certified("CN=carol");
        assertThat(carol.brokers()).isEqualTo(2);
        var nobody = SecureClient.of(brokers.bootstrapBrokerStringTls(), authority, Map.of());
        assertThatThrownBy(nobody::brokers).hasCauseInstanceOf(SslAuthenticationException.class);
        var stranger = CertificateAuthority.open(root.resolve("stranger"), "Stranger", Clock.systemUTC())
                .issue("CN=carol", List.of(), Duration.ofDays(1));
        assertThatThrownBy(() -> SecureClient.certified(brokers.bootstrapBrokerStringTls(), authority, stranger)
                        .brokers())
                .hasCauseInstanceOf(SslAuthenticationException.class);
    }

    @Test
    void a_topic_with_an_access_control_list_is_only_for_those_on_it() throws Exception {
        var dave = certified("CN=dave");
        var eve = certified("CN=eve");
        topic(dave, "of-dave");
        eve.send("of-dave", "before there was a list");
        try (var admin = dave.admin()) {
            var topic = new ResourcePattern(ResourceType.TOPIC, "of-dave", PatternType.LITERAL);
            admin.createAcls(List.of(new AclBinding(
                            topic,
                            new AccessControlEntry("User:CN=dave", "*", AclOperation.ALL, AclPermissionType.ALLOW))))
                    .all()
                    .get();
        }
        dave.send("of-dave", "mine");
        assertThatThrownBy(() -> eve.send("of-dave", "not mine"))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(TopicAuthorizationException.class);
        assertThat(dave.read("of-dave", 2)).containsExactly("before there was a list", "mine");
    }

    @Test
    void where_brokers_talk_to_each_other_a_client_is_not_let_in() {
        var address = brokers.bootstrapBrokerStringTls().split(":")[0];
        var inside = address + ":" + Node.REPLICATION_PORT;
        assertThatThrownBy(() -> SecureClient.certified(
                                inside, Files.readString(root.resolve("clusters/secure/authority/ca.pem")), mallory())
                        .brokers())
                .hasCauseInstanceOf(SslAuthenticationException.class);
    }

    @Test
    void a_certificate_that_ends_soon_is_replaced_while_the_brokers_run() throws Exception {
        var address = brokers.bootstrapBrokerStringTls().split(":")[0];
        var node = address.equals(firstAddress()) ? 1 : 2;
        var file = root.resolve("clusters/secure/b-%d/server.pem".formatted(node));
        var before = shown(address);
        var pid = ProcessRecord.read(plane.folder(), "secure.b-" + node)
                .orElseThrow()
                .pid();
        clients().issue("CN=" + address, List.of(address), Duration.ofDays(5)).write(file);

        plane.renewCertificates();

        var now = Identity.read(file).certificate();
        assertThat(Duration.between(
                        now.getNotBefore().toInstant(), now.getNotAfter().toInstant()))
                .isGreaterThan(Duration.ofDays(80));
        plane.await(arn, info -> shown(address).equals(now));
        assertThat(now).isNotEqualTo(before);
        assertThat(ProcessRecord.read(plane.folder(), "secure.b-" + node)
                        .orElseThrow()
                        .pid())
                .isEqualTo(pid);
        assertThat(certified("CN=frank").brokers()).isEqualTo(2);
    }

    @Test
    void no_secret_is_in_a_log_or_on_a_command_line_and_its_files_are_for_their_owner_only() throws Exception {
        var secret = secret("AmazonMSK_grace", "grace", "nobody sees this");
        assertThat(associate(secret)).isEmpty();
        assertThat(user("grace", "nobody sees this").brokers()).isEqualTo(2);

        try (var logs = Files.walk(plane.folder().logs())) {
            assertThat(logs.filter(Files::isRegularFile).map(SecurityIT::text))
                    .isNotEmpty()
                    .noneMatch(text -> text.contains("nobody sees this") || text.contains("PRIVATE KEY"));
        }
        assertThat(ProcessRecord.all(plane.folder()))
                .hasSize(2)
                .noneMatch(record -> String.join(" ", record.command()).contains("nobody"));
        for (var file : List.of(
                "secrets/AmazonMSK_grace.json",
                "certificates/ca-key.pem",
                "clusters/secure/authority/ca-key.pem",
                "clusters/secure/b-1/server.pem",
                "clusters/secure/b-1/internal.pem")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(file))))
                    .as(file)
                    .isEqualTo("rw-------");
        }
    }

    private static String secret(String name, String user, String password) {
        return secrets.createSecret(request -> request.name(name)
                        .kmsKeyId("alias/mine")
                        .secretString("{\"username\": \"%s\", \"password\": \"%s\"}".formatted(user, password)))
                .arn();
    }

    private static List<?> associate(String secret) {
        return plane.client()
                .batchAssociateScramSecret(request -> request.clusterArn(arn).secretArnList(secret))
                .unprocessedScramSecrets();
    }

    private static SecureClient user(String name, String password) {
        return SecureClient.user(brokers.bootstrapBrokerStringSaslScram(), authority, name, password);
    }

    private static SecureClient certified(String subject) {
        return SecureClient.certified(
                brokers.bootstrapBrokerStringTls(), authority, clients().issue(subject, List.of(), Duration.ofDays(1)));
    }

    private static Identity mallory() {
        return clients().issue("CN=broker,O=Caudal local cluster", List.of(), Duration.ofDays(1));
    }

    private static CertificateAuthority clients() {
        return CertificateAuthority.open(root.resolve("certificates"), "Caudal", Clock.systemUTC());
    }

    private static void topic(SecureClient client, String name) throws Exception {
        try (var admin = client.admin()) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 2))).all().get();
        }
    }

    private static String firstAddress() {
        return plane.client()
                .listNodes(request -> request.clusterArn(arn))
                .nodeInfoList()
                .get(0)
                .brokerNodeInfo()
                .clientVpcIpAddress();
    }

    /** The certificate that a broker shows to those who connect with a password. */
    private static X509Certificate shown(String address) {
        try {
            return ClientContext.shown(
                            InetAddress.getByName(address),
                            Listener.CLIENT_SASL_SCRAM.port(),
                            clients().certificate())
                    .orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
