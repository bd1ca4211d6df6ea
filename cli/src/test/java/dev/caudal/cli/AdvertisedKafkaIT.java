package dev.caudal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caudal.cluster.tls.CertificateAuthority;
import dev.caudal.local.ChildProcesses;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.Port;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that come to the platform's broker as those of other machines do: at another address than 127.0.0.1. */
class AdvertisedKafkaIT {
    private static final String UP = "The platform runs in";
    private static final String HOST = "127.0.0.2";
    private static final String SECRET = "Canary-Kafka4!";

    @TempDir
    private Path root;

    private final int kafka = Port.any().choose("a test");
    private final int network = Port.any().choose("a test");

    @AfterEach
    void stop() {
        new ChildProcesses(new LocalDirectory(data())).stopAll();
    }

    @Test
    void who_has_a_password_works_with_topics_from_elsewhere_and_nobody_else_does() throws Exception {
        try (var up = up("--advertise", HOST + ":" + network)) {
            up.awaitNote("Kafka for other machines on " + HOST + ":" + network);
            up.awaitNote(UP);
            run(SECRET + "\n", "cluster", "user", "add", "local", "ana");
            assertThat(run("", "cluster", "user", "list", "local")).isEqualTo("ana\n");
            var file = config("ana");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            var ana = settings(file);
            assertThat(ana).containsEntry("bootstrap.servers", HOST + ":" + network);

            assertThat(brokers(ana)).containsExactly(HOST + ":" + network);
            assertThat(brokers(here())).containsExactly("127.0.0.1:" + kafka);
            create(ana, "cities");
            send(ana, "cities", "Cibinong");
            try (var tool = CommandProcess.tool(
                    root,
                    data(),
                    "kafka-console-consumer",
                    "--bootstrap-server",
                    HOST + ":" + network,
                    "--command-config",
                    file.toString(),
                    "--topic",
                    "cities",
                    "--from-beginning",
                    "--max-messages",
                    "1")) {
                assertThat(tool.finish("")).as(tool.err()).isEqualTo(ExitCode.OK);
                assertThat(tool.out()).isEqualTo("Cibinong\n");
            }

            assertThatThrownBy(() -> brokers(with(ana, "security.protocol", "SSL")))
                    .as("no password")
                    .hasCauseInstanceOf(TimeoutException.class);
            assertThatThrownBy(() -> brokers(with(ana, "security.protocol", "PLAINTEXT")))
                    .as("no TLS")
                    .hasCauseInstanceOf(TimeoutException.class);
            assertThatThrownBy(() -> brokers(with(
                            ana,
                            "sasl.jaas.config",
                            ana.getOrDefault("sasl.jaas.config", "").replace(SECRET, "wrong"))))
                    .as("a wrong password")
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
            assertThatThrownBy(() -> brokers(with(ana, "ssl.truststore.certificates", stranger())))
                    .as("another authority")
                    .hasCauseInstanceOf(SslAuthenticationException.class);

            run("", "cluster", "user", "remove", "local", "ana");
            assertThatThrownBy(() -> brokers(ana))
                    .as("a user that was removed")
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
            assertThat(up.err()).doesNotContain(SECRET);
        }
    }

    @Test
    void what_the_platform_lives_on_is_not_for_users() throws Exception {
        try (var up = up("--advertise", HOST + ":" + network)) {
            up.awaitNote(UP);
            run(SECRET + "\n", "cluster", "user", "add", "local", "ana");
            var ana = settings(config("ana"));

            try (var admin = Admin.create(new HashMap<String, Object>(ana))) {
                assertThatThrownBy(() -> admin.describeTopics(List.of("caudal-definitions"))
                                .allTopicNames()
                                .get())
                        .hasCauseInstanceOf(TopicAuthorizationException.class);
                assertThatThrownBy(() -> admin.createTopics(List.of(new NewTopic("caudal-mine", 1, (short) 1)))
                                .all()
                                .get())
                        .hasCauseInstanceOf(TopicAuthorizationException.class);
                assertThatThrownBy(() -> admin.deleteTopics(List.of("__consumer_offsets"))
                                .all()
                                .get())
                        .hasCauseInstanceOf(TopicAuthorizationException.class);
                assertThatThrownBy(() -> admin.listConsumerGroupOffsets("caudal")
                                .partitionsToOffsetAndMetadata()
                                .get())
                        .hasCauseInstanceOf(GroupAuthorizationException.class);
                assertThatThrownBy(() -> admin.fenceProducers(List.of("caudal-city-0"))
                                .all()
                                .get())
                        .hasCauseInstanceOf(TransactionalIdAuthorizationException.class);
                assertThatThrownBy(() -> admin.deleteAcls(List.of(AclBindingFilter.ANY))
                                .all()
                                .get())
                        .hasCauseInstanceOf(ClusterAuthorizationException.class);
                assertThatThrownBy(() -> admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                                        "eva", new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), "eva")))
                                .all()
                                .get())
                        .hasCauseInstanceOf(ClusterAuthorizationException.class);
                assertThat(admin.listTopics().names().get()).noneMatch(name -> name.startsWith("caudal-"));
            }
            assertThatThrownBy(() -> send(ana, "caudal-connect-configs", "mine"))
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
            assertThat(error(SECRET + "\n", "cluster", "user", "add", "local", "ANONYMOUS"))
                    .as("Kafka's name for who is on this machine")
                    .contains("not ANONYMOUS");
            assertThat(acls()).as("those that were set").isNotEmpty();
        }
    }

    @Test
    void a_killed_platform_is_followed_by_one_that_serves_whom_it_is_told_to() throws Exception {
        Map<String, String> ana;
        try (var first = up("--advertise", HOST + ":" + network)) {
            first.awaitNote(UP);
            run(SECRET + "\n", "cluster", "user", "add", "local", "ana");
            ana = settings(config("ana"));
            create(ana, "cities");
            first.kill();
        }
        var there = ana;
        try (var second = up()) {
            second.awaitNote(UP);
            assertThat(isListening(InetAddress.getByName(HOST), network)).isFalse();
            assertThat(brokers(here())).containsExactly("127.0.0.1:" + kafka);
            assertThat(error(SECRET + "\n", "cluster", "user", "add", "local", "eva"))
                    .contains("caudal up --advertise HOST");
            second.kill();
        }
        try (var third = up("--advertise", "localhost:" + network)) {
            third.awaitNote(UP);
            send(with(ana, "bootstrap.servers", "localhost:" + network), "cities", "Cibinong");
            assertThatThrownBy(() -> brokers(there))
                    .as("the certificate is for localhost now")
                    .hasCauseInstanceOf(SslAuthenticationException.class);
        }
    }

    @Test
    void where_nobody_could_connect_to_it_is_not_advertised() throws Exception {
        assertThat(error("", "up", "--advertise", "0.0.0.0")).contains("'0.0.0.0' is no address that a client");
        assertThat(error("", "up", "--advertise", "no such host")).contains("Give HOST or HOST:PORT");
        assertThat(error("", "up", "--advertise", "nowhere.invalid"))
                .contains("nowhere.invalid", "Give a name that this machine can resolve");
    }

    private static boolean isListening(InetAddress address, int port) {
        try (var socket = new Socket(address, port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private String stranger() {
        return CertificateAuthority.open(root.resolve("other"), "Other", Clock.systemUTC())
                .text()
                .strip();
    }

    private Map<String, String> here() {
        return Map.of("bootstrap.servers", "127.0.0.1:" + kafka);
    }

    private static Map<String, String> with(Map<String, String> settings, String name, String value) {
        var all = new HashMap<>(settings);
        all.put(name, value);
        all.put("request.timeout.ms", "4000");
        all.put("default.api.timeout.ms", "5000");
        return all;
    }

    private static List<String> brokers(Map<String, String> settings) throws Exception {
        try (var admin = Admin.create(new HashMap<String, Object>(settings))) {
            return admin.describeCluster().nodes().get().stream()
                    .map(node -> node.host() + ":" + node.port())
                    .toList();
        }
    }

    private List<AclBinding> acls() throws Exception {
        try (var admin = Admin.create(new HashMap<String, Object>(here()))) {
            return List.copyOf(admin.describeAcls(AclBindingFilter.ANY).values().get());
        }
    }

    private static void create(Map<String, String> settings, String topic) throws Exception {
        try (var admin = Admin.create(new HashMap<String, Object>(settings))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    private static void send(Map<String, String> settings, String topic, String value)
            throws InterruptedException, ExecutionException {
        var bytes = new ByteArraySerializer();
        try (var producer = new KafkaProducer<>(new HashMap<String, Object>(settings), bytes, bytes)) {
            producer.send(new ProducerRecord<>(topic, value.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private Path config(String user) throws Exception {
        var file = root.resolve(user + ".properties");
        run("", "cluster", "client-config", "local", "--user", user, "--file", file.toString());
        return file;
    }

    private static Map<String, String> settings(Path file) throws Exception {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        var all = new HashMap<String, String>();
        properties.stringPropertyNames().forEach(name -> all.put(name, properties.getProperty(name)));
        return all;
    }

    private CommandProcess up(String... more) throws Exception {
        var arguments = new ArrayList<>(List.of("up", "--kafka-port", Integer.toString(kafka)));
        arguments.addAll(List.of(more));
        return start(arguments.toArray(String[]::new));
    }

    private String run(String input, String... arguments) throws Exception {
        try (var process = start(arguments)) {
            assertThat(process.finish(input)).as(process.err()).isEqualTo(ExitCode.OK);
            return process.out();
        }
    }

    private String error(String input, String... arguments) throws Exception {
        try (var process = start(arguments)) {
            assertThat(process.finish(input)).as(process.err()).isNotEqualTo(ExitCode.OK);
            return process.err();
        }
    }

    private CommandProcess start(String... arguments) throws Exception {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data().toString()));
        return CommandProcess.start(root, all.toArray(String[]::new));
    }

    private Path data() {
        return root.resolve("data");
    }
}
