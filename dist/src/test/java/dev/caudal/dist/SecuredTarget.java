package dev.caudal.dist;

import dev.caudal.local.KafkaListener;
import dev.caudal.local.Port;
import dev.caudal.testkit.TestAuthority;
import dev.caudal.testkit.TestKafka;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A cluster whose clients come in by SASL_SSL, with a certificate of an authority of its own. */
final class SecuredTarget implements AutoCloseable {

    private final TestAuthority authority;
    private final Path identity;
    private final int port = Port.any().choose("a secured listener");
    private final TestKafka kafka;

    private SecuredTarget(TestAuthority authority, String password) {
        this.authority = authority;
        this.identity = authority.server("127.0.0.1");
        this.kafka = TestKafka.start(listener(password));
    }

    /** Starts it; the user {@code task} has {@code password}. */
    static SecuredTarget start(Path folder, String password) {
        return new SecuredTarget(TestAuthority.create(folder), password);
    }

    /** Where clients are let in that show who they are. */
    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Its other side, where all are let in. */
    TestKafka kafka() {
        return kafka;
    }

    /** What the user has to trust. */
    Path authority() {
        return authority.certificate();
    }

    /** Starts again with another password of the user. */
    void restart(String password) {
        kafka.restart(listener(password));
    }

    /** The settings of a client. */
    Map<String, String> client(String password, Path trusted) {
        Map<String, String> client = new LinkedHashMap<>();
        client.put("bootstrap.servers", bootstrapServers());
        client.put("security.protocol", "SASL_SSL");
        client.put("sasl.mechanism", "PLAIN");
        client.put("sasl.jaas.config", login("username=\"task\" password=\"" + password + "\""));
        client.put("ssl.truststore.type", "PEM");
        client.put("ssl.truststore.location", trusted.toString());
        return client;
    }

    /** A task whose rows and positions go here, by a worker of another cluster. */
    TaskSettings with(TaskSettings settings, String password, Path trusted) {
        client(password, trusted).forEach((name, value) -> {
            for (String prefix : List.of("target.", "producer.override.", "consumer.override.", "admin.override.")) {
                settings.with(prefix + name, value);
            }
        });
        return settings;
    }

    private KafkaListener listener(String password) {
        return new KafkaListener(
                "SECURED",
                "SASL_SSL",
                port,
                Map.of(
                        "ssl.keystore.type",
                        "PEM",
                        "ssl.keystore.location",
                        identity.toString(),
                        "sasl.enabled.mechanisms",
                        "PLAIN",
                        "plain.sasl.jaas.config",
                        login("user_task=\"" + password + "\"")));
    }

    private static String login(String options) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required " + options + ";";
    }

    @Override
    public void close() {
        kafka.close();
    }
}
