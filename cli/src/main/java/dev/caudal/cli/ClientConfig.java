package dev.caudal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.caudal.server.definition.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The settings of a Kafka client.
 *
 * @param settings names and values
 */
record ClientConfig(Map<String, String> settings) {
    private static final Duration LIFE = Duration.ofDays(365);
    private static final Pattern COMMON_NAME = Pattern.compile("[A-Za-z0-9._@-]{1,64}");

    static ClientConfig plain(String servers) {
        return new ClientConfig(Map.of("bootstrap.servers", servers));
    }

    /** With encryption and without a login. */
    static ClientConfig encrypted(String servers, MskOptions msk) {
        return new ClientConfig(of(servers, "SSL", msk));
    }

    /** With the password in a user's secret. */
    static ClientConfig user(String servers, MskOptions msk, String cluster, String user) {
        var secret = msk.secrets(
                client -> client.getSecretValue(request -> request.secretId(ClusterUsers.secret(cluster, user)))
                        .secretString());
        var all = of(servers, "SASL_SSL", msk);
        all.put("sasl.mechanism", "SCRAM-SHA-512");
        all.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(quoted(user), quoted(password(user, secret))));
        return new ClientConfig(all);
    }

    /** With a certificate that is made for it. */
    static ClientConfig certified(String servers, MskOptions msk, String name) {
        if (!COMMON_NAME.matcher(name).matches()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "The name %s of a certificate has to be of letters, digits and ._@-, 64 at most.".formatted(name));
        }
        var identity = msk.authority(Clock.systemUTC()).issue("CN=" + name, List.of(), LIFE);
        var all = of(servers, "SSL", msk);
        all.put("ssl.keystore.type", "PEM");
        all.put("ssl.keystore.certificate.chain", identity.chainText());
        all.put("ssl.keystore.key", identity.keyText());
        return new ClientConfig(all);
    }

    /** As a file of properties. */
    String text() {
        return settings.entrySet().stream()
                .map(each -> each.getKey() + "=" + escaped(each.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static Map<String, String> of(String servers, String protocol, MskOptions msk) {
        var all = new LinkedHashMap<String, String>();
        all.put("bootstrap.servers", servers);
        all.put("security.protocol", protocol);
        if (!msk.isAmazon()) {
            all.put("ssl.truststore.type", "PEM");
            all.put(
                    "ssl.truststore.certificates",
                    msk.authority(Clock.systemUTC()).text());
        }
        return all;
    }

    private static String password(String user, String secret) {
        try {
            return Json.MAPPER.readTree(secret).path("password").asText();
        } catch (JsonProcessingException e) {
            // Its text, and its cause's, would show a part of the secret.
            throw new CommandFailure(ExitCode.FAILED, "The secret of %s is no Json.MAPPER.".formatted(user));
        }
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** One line: what would end it, or begin another meaning, is escaped as Java's properties want it. */
    private static String escaped(String value) {
        return value.strip().replace("\\", "\\\\").replace("\n", "\\n");
    }
}
