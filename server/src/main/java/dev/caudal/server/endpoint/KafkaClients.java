package dev.caudal.server.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What clients of Kafka need to reach an endpoint. */
final class KafkaClients {
    /** The settings that have a secret. */
    static final String JAAS = "sasl.jaas.config";

    static final String KEY = "ssl.keystore.key";

    /** The setting that may have to be asked for. */
    static final String SERVERS = "bootstrap.servers";

    private static final String IAM = "software.amazon.msk.auth.iam.";

    private KafkaClients() {}

    /**
     * Settings with secrets in plain text, to connect with.
     *
     * @param servers where to begin
     */
    static Map<String, String> settings(Login login, String servers) {
        return settings(
                login::value, Map.of(SERVERS, servers, JAAS, jaas(login), KEY, login.value(KafkaSecurity.KEY))::get);
    }

    /**
     * Settings.
     *
     * @param value of a field that is no secret
     * @param secret the value of a setting that has a secret or has to be asked for, or what stands for it
     */
    static Map<String, String> settings(Function<String, String> value, Function<String, String> secret) {
        var settings = new LinkedHashMap<String, String>();
        var servers = value.apply(KafkaType.SERVERS);
        settings.put(SERVERS, servers.isEmpty() ? secret.apply(SERVERS) : servers);
        var security = value.apply(KafkaSecurity.FIELD);
        settings.put("security.protocol", protocol(security));
        if (security.startsWith(KafkaSecurity.SCRAM)) {
            settings.put("sasl.mechanism", value.apply(KafkaSecurity.MECHANISM));
            settings.put(JAAS, secret.apply(JAAS));
        }
        if (security.equals(KafkaSecurity.IAM)) {
            settings.put("sasl.mechanism", "AWS_MSK_IAM");
            settings.put(JAAS, iam(value.apply(KafkaSecurity.ROLE)));
            settings.put("sasl.client.callback.handler.class", IAM + "IAMClientCallbackHandler");
        }
        if (!value.apply(KafkaSecurity.TLS_CA).isEmpty()) {
            settings.put("ssl.truststore.type", "PEM");
            settings.put("ssl.truststore.certificates", value.apply(KafkaSecurity.TLS_CA));
        }
        if (security.equals(KafkaSecurity.MTLS)) {
            settings.put("ssl.keystore.type", "PEM");
            settings.put("ssl.keystore.certificate.chain", value.apply(KafkaSecurity.CERTIFICATE));
            settings.put(KEY, secret.apply(KEY));
        }
        return settings;
    }

    /** The line by which a client logs in; empty where it does not. */
    static String jaas(Login login) {
        return login.value(KafkaSecurity.USER).isEmpty()
                ? ""
                : "org.apache.kafka.common.security.scram.ScramLoginModule required username=%s password=%s;"
                        .formatted(
                                quoted(login.value(KafkaSecurity.USER)), quoted(login.value(KafkaSecurity.PASSWORD)));
    }

    /** Has no secret: the library finds the credentials of the process. */
    private static String iam(String role) {
        return IAM + "IAMLoginModule required" + (role.isEmpty() ? ";" : " awsRoleArn=%s;".formatted(quoted(role)));
    }

    private static String protocol(String security) {
        return switch (security) {
            case KafkaSecurity.TLS, KafkaSecurity.MTLS -> "SSL";
            case KafkaSecurity.SCRAM, KafkaSecurity.IAM -> "SASL_SSL";
            case KafkaSecurity.SCRAM_PLAIN -> "SASL_PLAINTEXT";
            default -> "PLAINTEXT";
        };
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
