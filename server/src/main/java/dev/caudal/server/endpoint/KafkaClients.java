package dev.caudal.server.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What clients of Kafka need to reach an endpoint. */
final class KafkaClients {
    /** The settings that have a secret. */
    static final String JAAS = "sasl.jaas.config";

    static final String KEY = "ssl.keystore.key";

    private KafkaClients() {}

    /** Settings with secrets in plain text, to connect with. */
    static Map<String, String> settings(Login login) {
        return settings(login::value, Map.of(JAAS, jaas(login), KEY, login.value(KafkaType.KEY))::get);
    }

    /**
     * Settings.
     *
     * @param value of a field that is no secret
     * @param secret the value of a setting that has a secret, or what stands for it
     */
    static Map<String, String> settings(Function<String, String> value, Function<String, String> secret) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("bootstrap.servers", value.apply(KafkaType.SERVERS));
        var security = value.apply(KafkaType.SECURITY);
        settings.put("security.protocol", protocol(security));
        if (security.startsWith(KafkaType.SCRAM)) {
            settings.put("sasl.mechanism", value.apply(KafkaType.MECHANISM));
            settings.put(JAAS, secret.apply(JAAS));
        }
        if (!value.apply(KafkaType.TLS_CA).isEmpty()) {
            settings.put("ssl.truststore.type", "PEM");
            settings.put("ssl.truststore.certificates", value.apply(KafkaType.TLS_CA));
        }
        if (security.equals(KafkaType.MTLS)) {
            settings.put("ssl.keystore.type", "PEM");
            settings.put("ssl.keystore.certificate.chain", value.apply(KafkaType.CERTIFICATE));
            settings.put(KEY, secret.apply(KEY));
        }
        return settings;
    }

    /** The line by which a client logs in; empty where it does not. */
    static String jaas(Login login) {
        return login.value(KafkaType.USER).isEmpty()
                ? ""
                : "org.apache.kafka.common.security.scram.ScramLoginModule required username=%s password=%s;"
                        .formatted(quoted(login.value(KafkaType.USER)), quoted(login.value(KafkaType.PASSWORD)));
    }

    private static String protocol(String security) {
        return switch (security) {
            case KafkaType.TLS, KafkaType.MTLS -> "SSL";
            case KafkaType.SCRAM -> "SASL_SSL";
            case KafkaType.SCRAM_PLAIN -> "SASL_PLAINTEXT";
            default -> "PLAINTEXT";
        };
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
