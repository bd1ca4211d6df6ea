package dev.caudal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caudal.local.KafkaListener;
import dev.caudal.local.Port;
import dev.caudal.testkit.Eventually;
import dev.caudal.testkit.TestAuthority;
import dev.caudal.testkit.TestKafka;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that wants TLS, and a password or a certificate of the proxy. */
final class SecuredBrokersIT {
    private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule required";

    @TempDir
    private static Path folder;

    private static TestAuthority authority;
    private static TestKafka kafka;
    private static int passwords;
    private static int certificates;

    @BeforeAll
    static void start() throws Exception {
        authority = TestAuthority.create(folder);
        var identity = authority.server("127.0.0.1").toString();
        passwords = Port.any().choose("a listener");
        certificates = Port.any().choose("another listener");
        kafka = TestKafka.start(
                Map.of(),
                new KafkaListener(
                        "PASSWORDS",
                        "SASL_SSL",
                        passwords,
                        Map.of(
                                "ssl.keystore.type",
                                "PEM",
                                "ssl.keystore.location",
                                identity,
                                "sasl.enabled.mechanisms",
                                "SCRAM-SHA-256",
                                "scram-sha-256.sasl.jaas.config",
                                SCRAM + ";")),
                new KafkaListener(
                        "CERTIFICATES",
                        "SSL",
                        certificates,
                        Map.of(
                                "ssl.keystore.type",
                                "PEM",
                                "ssl.keystore.location",
                                identity,
                                "ssl.client.auth",
                                "required",
                                "ssl.truststore.type",
                                "PEM",
                                "ssl.truststore.location",
                                authority.certificate().toString())));
        kafka.createTopic("orders", 1);
        kafka.admin()
                .alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                        "proxy", new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_256, 4096), "right \"one\"")))
                .all()
                .get();
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void the_proxy_logs_in_by_scram_over_tls() {
        try (var proxy = new TestProxy(
                "127.0.0.1:" + passwords,
                "client.security.protocol",
                "SASL_SSL",
                "client.sasl.mechanism",
                "SCRAM-SHA-256",
                "client.sasl.jaas.config",
                SCRAM + " username=\"proxy\" password=\"right \\\"one\\\"\";",
                "client.ssl.truststore.type",
                "PEM",
                "client.ssl.truststore.location",
                authority.certificate().toString())) {
            assertServes(new AsUser(proxy, "anybody", "-"), "scram");
        }
    }

    @Test
    void users_log_in_by_scram_over_tls() {
        var users = folder.resolve("users");
        new UserFile(users).add("proxy", "right \"one\"");
        try (var proxy = new TestProxy(
                "127.0.0.1:" + passwords,
                "authentication.method",
                "BASIC",
                "caudal.authentication.users",
                users.toString(),
                "client.security.protocol",
                "SASL_SSL",
                "client.sasl.mechanism",
                "SCRAM-SHA-256",
                "client.ssl.truststore.type",
                "PEM",
                "client.ssl.truststore.location",
                authority.certificate().toString())) {
            assertServes(new AsUser(proxy, "proxy", "right \"one\""), "users");
            assertThat(proxy.http().get("/topics").code()).isEqualTo(40101);
        }
    }

    @Test
    void the_proxy_shows_its_certificate_to_brokers() {
        try (var proxy = new TestProxy(
                "127.0.0.1:" + certificates,
                "client.security.protocol",
                "SSL",
                "client.ssl.keystore.type",
                "PEM",
                "client.ssl.keystore.location",
                authority.server("proxy").toString(),
                "client.ssl.truststore.type",
                "PEM",
                "client.ssl.truststore.location",
                authority.certificate().toString())) {
            assertServes(new AsUser(proxy, "anybody", "-"), "certificate");
        }
    }

    @Test
    void brokers_that_the_proxy_does_not_trust_or_that_do_not_know_it_are_told_of() {
        try (var proxy = new TestProxy(
                "127.0.0.1:" + certificates,
                "client.security.protocol",
                "SSL",
                "client.ssl.truststore.type",
                "PEM",
                "client.ssl.truststore.location",
                authority.certificate().toString())) {
            assertThat(proxy.http().get("/topics").code()).isEqualTo(40101);
        }
        try (var proxy = new TestProxy("127.0.0.1:" + certificates, "client.security.protocol", "SSL")) {
            assertThat(proxy.http().get("/topics").body()).contains("40101").contains("SSL handshake failed");
        }
    }

    /** v2 writes, v1 reads, v3 lists. */
    private static void assertServes(AsUser user, String name) {
        assertThat(user.produce("orders", name)
                        .json()
                        .at("/offsets/0/error_code")
                        .isNull())
                .isTrue();
        user.v1("POST", "/consumers/" + name, "{'id':'i','auto.offset.reset':'smallest','format':'json'}");
        var seen = new StringBuilder();
        Eventually.passes(() -> {
            seen.append(user.get(
                            "/consumers/" + name + "/instances/i/topics/orders",
                            "Accept",
                            "application/vnd.kafka.json.v1+json")
                    .body());
            assertThat(seen).contains("\"value\":\"" + name + "\"");
        });
        assertThat(user.v3("GET", "/topics", "").json().findValuesAsText("topic_name"))
                .contains("orders");
    }
}
