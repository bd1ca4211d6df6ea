package dev.caudal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RestProxyConfigTest {
    private static final String SERVERS = "bootstrap.servers";

    @Test
    void only_the_cluster_must_be_named() {
        var config = RestProxyConfig.of(Map.of(SERVERS, "PLAINTEXT://b1:9092,PLAINTEXT://b2:9092"));

        assertThat(config.bootstrapServers()).isEqualTo("b1:9092,b2:9092");
        assertThat(config.listeners()).containsExactly(URI.create("http://127.0.0.1:8082"));
        assertThat(config.advertised()).isEmpty();
        assertThat(config.v1Acknowledgement()).isEqualTo(Acknowledgement.NEXT_READ);
        assertThat(config.limits().requestTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.limits().pageBytes()).isEqualTo(67_108_864);
        assertThat(config.limits().minBytes()).isEqualTo(-1);
        assertThat(config.limits().instanceTimeout()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.limits().consumers()).isEqualTo(1000);
        assertThat(config.limits().bodyBytes()).isEqualTo(16 << 20);
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void settings_of_clients_go_to_the_clients() {
        var config = RestProxyConfig.of(Map.of(
                SERVERS,
                "b:1",
                "client.security.protocol",
                "SSL",
                "producer.linger.ms",
                "7",
                "consumer.security.protocol",
                "SASL_SSL",
                "consumer.request.timeout.ms",
                "5000"));

        assertThat(config.producer()).isEqualTo(Map.of("security.protocol", "SSL", "linger.ms", "7"));
        assertThat(config.consumer()).isEqualTo(Map.of("security.protocol", "SASL_SSL"));
        assertThat(config.admin()).isEqualTo(Map.of("security.protocol", "SSL"));
        assertThat(config.limits().requestTimeout()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void names_that_mean_nothing_are_warned_of() {
        var config = RestProxyConfig.of(Map.of(
                SERVERS, "b:1", "zookeeper.connect", "z:2181", "schema.registry.url", "http://s", "listener", "x"));

        assertThat(config.warnings())
                .containsExactly(
                        "listener is unknown and is ignored; perhaps listeners is meant.",
                        "schema.registry.url means nothing to this proxy and is ignored.",
                        "zookeeper.connect means nothing to this proxy and is ignored.");
    }

    @Test
    void all_bad_values_are_told_together() {
        assertThatThrownBy(() -> RestProxyConfig.of(Map.of(
                        "listeners",
                        "https://0.0.0.0:8082,what",
                        "fetch.min.bytes",
                        "-2",
                        "caudal.v1.commit",
                        "always",
                        "caudal.insecure.listen",
                        "yes")))
                .isInstanceOf(RestProxyException.class)
                .hasMessageContaining("bootstrap.servers is missing")
                .hasMessageContaining("listeners has what")
                .hasMessageContaining("fetch.min.bytes is -2")
                .hasMessageContaining("caudal.v1.commit is always")
                .hasMessageContaining("caudal.insecure.listen is yes")
                .hasMessageContaining("https://0.0.0.0:8082 needs a key")
                .hasMessageContaining("lets anybody on the network read and write");
    }

    @Test
    void the_network_is_let_in_only_when_told_so() {
        var open = RestProxyConfig.openTo("0.0.0.0", Map.of(SERVERS, "b:1", "listeners", "http://127.0.0.1:9999"));

        assertThat(RestProxyConfig.of(open).listeners()).containsExactly(URI.create("http://0.0.0.0:9999"));
    }

    @Test
    void a_host_name_is_what_clients_are_told() {
        var config = RestProxyConfig.of(Map.of(SERVERS, "b:1", "host.name", "proxy.example", "port", "8082"));

        assertThat(config.advertised()).containsExactly(URI.create("http://proxy.example:8082"));
    }

    @Test
    void certificates_that_clients_must_show_let_it_listen_on_the_network() {
        assertThatThrownBy(() -> RestProxyConfig.of(Map.of(
                        SERVERS, "b:1", "listeners", "https://0.0.0.0:8082", "ssl.client.authentication", "REQUIRED")))
                .hasMessageContaining("ssl.truststore.location is missing");
        assertThatThrownBy(() -> RestProxyConfig.of(Map.of(
                        SERVERS, "b:1", "ssl.client.authentication", "SOMETIMES", "ssl.truststore.location", "x")))
                .hasMessageContaining(
                        "ssl.client.authentication is SOMETIMES, which is none of NONE, REQUESTED, REQUIRED");
    }

    @Test
    void names_and_passwords_go_on_only_where_kafka_takes_them() {
        assertThatThrownBy(() -> RestProxyConfig.of(Map.of(
                        SERVERS, "b:1", "authentication.method", "BASIC", "caudal.authentication.users", "no-file")))
                .hasMessageContaining("no-file, which cannot be read")
                .hasMessageContaining("client.security.protocol=SASL_SSL")
                .hasMessageContaining("caudal.authentication.kafka=proxy");
    }

    @Test
    void a_jar_that_is_missing_for_amazon_msk_is_named() {
        assertThatThrownBy(() -> RestProxyConfig.of(Map.of(
                        SERVERS,
                        "b:9098",
                        "client.security.protocol",
                        "SASL_SSL",
                        "client.sasl.mechanism",
                        "AWS_MSK_IAM",
                        "client.sasl.jaas.config",
                        "software.amazon.msk.auth.iam.IAMLoginModule required;",
                        "client.sasl.client.callback.handler.class",
                        "software.amazon.msk.auth.iam.IAMClientCallbackHandler")))
                .hasMessageContaining(
                        "client.sasl.jaas.config names the class software.amazon.msk.auth.iam.IAMLoginModule")
                .hasMessageContaining("aws-msk-iam-auth-VERSION-all.jar")
                .hasMessageContaining("CAUDAL_CLASSPATH");
    }

    @Test
    void names_of_endpoints_that_do_not_exist_are_warned_of() {
        var config = RestProxyConfig.of(
                Map.of(SERVERS, "b:1", "api.endpoints.blocklist", "api.v3.topics.create,api.v3.topic.delete"));

        assertThat(config.warnings())
                .containsExactly(
                        "api.endpoints.blocklist has api.v3.topic.delete, which is no endpoint of this proxy.");
    }
}
