package dev.caudal.server.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kafka.model.GetBootstrapBrokersResponse;

class MskEndpointTest {
    private static final String ROLE = "arn:aws:iam::123456789012:role/writer";

    @Test
    void clients_that_log_in_with_iam_are_made_with_the_library_of_amazon() {
        var settings = KafkaClients.settings(
                new Login(MskType.TYPE, Map.of(KafkaSecurity.FIELD, KafkaSecurity.IAM, KafkaSecurity.ROLE, ROLE)),
                "b-1.shop.x1y2z3.c5.kafka.eu-west-1.amazonaws.com:9098");
        assertThat(settings)
                .isEqualTo(Map.of(
                        "bootstrap.servers", "b-1.shop.x1y2z3.c5.kafka.eu-west-1.amazonaws.com:9098",
                        "security.protocol", "SASL_SSL",
                        "sasl.mechanism", "AWS_MSK_IAM",
                        "sasl.jaas.config",
                                "software.amazon.msk.auth.iam.IAMLoginModule required awsRoleArn=\"" + ROLE + "\";",
                        "sasl.client.callback.handler.class", "software.amazon.msk.auth.iam.IAMClientCallbackHandler"));

        // Kafka loads the classes when a client is made, and refuses settings that they do not take.
        var here = new HashMap<String, Object>(settings);
        here.put("bootstrap.servers", "127.0.0.1:1");
        try (var admin = Admin.create(here)) {
            assertThat(admin.metrics()).isNotEmpty();
        }
    }

    @Test
    void each_kind_of_security_has_brokers_of_its_own() {
        var brokers = MskBrokers.bySecurity(GetBootstrapBrokersResponse.builder()
                .bootstrapBrokerString("plain:9092")
                .bootstrapBrokerStringTls("tls:9094")
                .bootstrapBrokerStringSaslScram("scram:9096")
                .bootstrapBrokerStringSaslIam("iam:9098")
                .build());
        assertThat(brokers)
                .isEqualTo(Map.of(
                        "none", "plain:9092",
                        "tls", "tls:9094",
                        "mtls", "tls:9094",
                        "sasl-scram", "scram:9096",
                        "sasl-iam", "iam:9098"));
        assertThat(MskBrokers.bySecurity(GetBootstrapBrokersResponse.builder()
                        .bootstrapBrokerStringSaslIam("iam:9098")
                        .build()))
                .containsOnlyKeys("sasl-iam");
    }
}
